# SPDX-License-Identifier: GPL-3.0-or-later
"""What a translator and a reader of a translation rely on: POTFILES names every file that speaks to people, and each language
of LINGUAS says all of it, in formats that take the same values."""

import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

ROOT = Path(os.environ.get('OUTLAY_HOUSE', Path(__file__).parents[2]))
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


if __name__ == '__main__':
    tap.main()
