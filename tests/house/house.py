# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a program can see: which folder may know which, and how long a file or a function may grow."""

import ast
import os
import re
import unittest
from pathlib import Path

import tap

ROOT = Path(os.environ.get('OUTLAY_HOUSE', Path(__file__).parents[2]))
SOURCES = ('app', 'ui', 'tests', 'build-aux')

# What a folder may include besides itself. Whoever is not named here (ui, tests) may include everything.
KNOWS = {
    'app/engine': [],
    'app/plan': ['engine'],
    'app/store': ['engine', 'plan'],
    'app/study': ['engine', 'plan'],
    'app/statement': ['engine', 'plan', 'study'],
    'app/chart': ['engine', 'plan', 'study', 'statement'],
    'app/export': ['engine', 'plan', 'study', 'statement', 'chart'],
    'app/cli': ['engine', 'plan', 'store', 'study', 'statement', 'chart', 'export'],
}
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita)\b')
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)

LONGEST_FILE = 500
LONGEST_FUNCTION = 60


def sources(*suffixes):
    return [path for folder in SOURCES for path in sorted((ROOT / folder).rglob('*')) if path.suffix in suffixes]


def includes(path):
    return INCLUDE.findall(path.read_text(encoding='utf-8'))


def name(path):
    return str(path.relative_to(ROOT))


def c_functions(path):
    """Name of the first line and length of each block between braces in the first column, as GNU style sets functions."""
    start = None
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            yield start, number - start
            start = None


def python_functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno


class House(unittest.TestCase):
    maxDiff = None

    def test_arrows(self):
        folders = {folder.name for folder in (ROOT / 'app').iterdir() if folder.is_dir()} | {'ui'}
        wrong = []
        for path in sources('.c', '.h'):
            place = '/'.join(path.relative_to(ROOT).parts[:2])
            if place not in KNOWS:
                continue
            for include in includes(path):
                known = include.split('/')[0] if '/' in include else None
                if known in folders and known != place[len('app/'):] and known not in KNOWS[place]:
                    wrong.append(f'{name(path)} includes {include}')
        self.assertEqual(wrong, [])

    def test_every_folder_has_its_place(self):
        folders = {name(folder) for folder in (ROOT / 'app').iterdir() if folder.is_dir()}
        self.assertEqual(folders - set(KNOWS), set())

    def test_no_toolkit_under_app(self):
        wrong = [f'{name(path)} includes {include}'
                 for path in sources('.c', '.h') if path.is_relative_to(ROOT / 'app')
                 for include in includes(path) if TOOLKIT.match(include)]
        self.assertEqual(wrong, [])

    def test_no_upward_paths(self):
        wrong = [f'{name(path)} includes {include}'
                 for path in sources('.c', '.h') for include in includes(path) if include.startswith('.')]
        self.assertEqual(wrong, [])

    def test_files_are_short(self):
        lengths = {name(path): len(path.read_text(encoding='utf-8').splitlines())
                   for path in sources('.c', '.h', '.blp', '.py')}
        self.assertGreater(len(lengths), 0)
        self.assertEqual({path: length for path, length in lengths.items() if length > LONGEST_FILE}, {})

    def test_functions_are_short(self):
        found = [(f'{name(path)}:{line}', length)
                 for functions, suffix in ((c_functions, '.c'), (python_functions, '.py'))
                 for path in sources(suffix) for line, length in functions(path)]
        self.assertGreater(len(found), 0)
        self.assertEqual([place for place in found if place[1] > LONGEST_FUNCTION], [])

    def test_licence_is_named(self):
        wrong = [name(path) for path in sources('.c', '.h', '.blp', '.py')
                 if 'SPDX-License-Identifier: GPL-3.0-or-later' not in path.read_text(encoding='utf-8')[:200]]
        self.assertEqual(wrong, [])


if __name__ == '__main__':
    tap.main()
