# SPDX-License-Identifier: GPL-3.0-or-later
"""What a translator and a reader of a translation rely on: POTFILES names every file that speaks to people, and each language
of LINGUAS says all of it, in formats that take the same values."""

import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

ROOT = Path(os.environ.get('OUTLAY_HOUSE', Path(__file__).parents[2]))
SAMPLE = ROOT / 'resources/plans/jinchuang.outlay.json'
SPEAKING = ('app/**/*.c', 'app/**/*.h', 'ui/**/*.c', 'ui/**/*.h', 'ui/**/*.blp', 'data/*.in', 'data/*.gschema.xml')

# What po/meson.build asks of xgettext by its preset "glib".
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
            '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3', '--flag=N_:1:pass-c-format',
            '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format', '--flag=g_dngettext:2:pass-c-format',
            '--flag=g_strdup_printf:1:c-format', '--flag=g_string_append_printf:2:c-format', '--flag=g_set_error:4:c-format']


def run(*command, code=0):
    """The standard output and error of a gettext tool, in one string; a failure unless it ends with CODE (None is any)."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    output = done.stdout + done.stderr
    if code is not None and done.returncode != code:
        raise AssertionError(output)
    return output


def lines(name):
    return (ROOT / 'po' / name).read_text(encoding='utf-8').split()


def template(files, folder):
    path = Path(folder) / 'template.pot'
    run(*XGETTEXT, '--force-po', f'--output={path}', '--', *files)
    return path


def speaking(files):
    """Those of FILES in which xgettext finds a message."""
    with tempfile.TemporaryDirectory() as folder:
        text = template(files, folder).read_text(encoding='utf-8')
    return {re.sub(r':\d+$', '', place) for line in text.splitlines() if line.startswith('#: ') for place in line[3:].split()}


def texts(plan):
    """Every text of a plan for people, and the plan with nothing in their places."""
    found = []

    def blank(value):
        if isinstance(value, list):
            return [blank(entry) for entry in value]
        if not isinstance(value, dict):
            return value
        words = {name for name in ('name', 'description', 'text', 'source', 'unit') if isinstance(value.get(name), str)}
        found.extend(value[name] for name in words)
        return {name: None if name in words else blank(entry) for name, entry in value.items()}
    return blank(json.loads(plan.read_text(encoding='utf-8'))), found


class Translations(unittest.TestCase):
    maxDiff = None

    def in_every_language(self, check):
        """Calls CHECK with a language's catalogue and the template it has to answer to."""
        languages = lines('LINGUAS')
        self.assertNotEqual(languages, [])
        for language in languages:
            with self.subTest(language), tempfile.TemporaryDirectory() as folder:
                check(ROOT / 'po' / f'{language}.po', template(lines('POTFILES'), folder))

    def test_potfiles_is_sorted_and_names_files_once(self):
        self.assertEqual(lines('POTFILES'), sorted(set(lines('POTFILES'))))

    def test_potfiles_names_every_file_that_speaks(self):
        found = [str(path.relative_to(ROOT)) for pattern in SPEAKING for path in ROOT.glob(pattern)]
        self.assertEqual(lines('POTFILES'), sorted(speaking(found)))

    def test_every_message_is_translated(self):
        self.in_every_language(lambda catalogue, pot: run('msgcmp', str(catalogue), str(pot)))

    def test_no_message_is_left_over(self):
        def check(catalogue, pot):
            merged = pot.with_name('merged.po')
            run('msgmerge', '--no-fuzzy-matching', f'--output-file={merged}', str(catalogue), str(pot))
            self.assertEqual(run('msgattrib', '--only-obsolete', '--no-wrap', str(merged)), '')
        self.in_every_language(check)

    def test_formats_take_the_same_values(self):
        def check(catalogue, pot):
            merged = pot.with_name('merged.po')
            run('msgmerge', '--no-fuzzy-matching', f'--output-file={merged}', str(catalogue), str(pot))
            run('msgfmt', '--check-format', f'--output-file={os.devnull}', str(merged))
        self.in_every_language(check)

    def test_the_sample_is_the_same_in_every_language(self):
        built = Path(os.environ['OUTLAY_BUILD'], 'ui')
        if not built.is_dir():
            self.skipTest('built without the window')
        numbers, original = texts(SAMPLE)
        self.assertEqual(self.languages_of(built), self.languages_of(SAMPLE.parent))
        for language in self.languages_of(built):
            with self.subTest(language):
                same, words = texts(built / f'jinchuang.{language}.outlay.json')
                table = json.loads((SAMPLE.parent / f'jinchuang.{language}.json').read_text(encoding='utf-8'))
                self.assertEqual(same, numbers)
                self.assertEqual(set(original) - set(table) - {'kWh'}, set(), 'texts without a translation')
                self.assertEqual(set(table) - set(original), set(), 'translations of texts that are gone')
                self.assertEqual(set(words) & set(table), set(), 'texts that were not translated')

    @staticmethod
    def languages_of(folder):
        return sorted({path.name.split('.')[1] for path in folder.glob('jinchuang.??_??.*')})


if __name__ == '__main__':
    tap.main()
