# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual says the same in every language, leads nowhere that is not there, shows pictures that exist, and names keys and words that
the window has. tests/ui/help.py tries what it tells."""

import base64
import hashlib
import json
import os
import re
import unittest
from pathlib import Path
from xml.etree import ElementTree

import tap

ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ['OUTLAY_HELP_DIR'])
LANGUAGES = ('en', 'zh_CN')

NAMES_OF_KEYS = {'Return': 'Enter', 'space': 'Space', 'Page_Up': 'Page Up', 'Page_Down': 'Page Down', 'BackSpace': 'Backspace', 'Left': '←', 'Right': '→',
                 'Up': '↑', 'Down': '↓', 'plus': '+', 'minus': '−', 'question': '?', 'slash': '/'}


def read(path):
    return ElementTree.parse(path).getroot()


def words(element):
    return ' '.join(''.join(element.itertext()).split())


def every(page, kind):
    return list(page.iter(kind))


def digest(data):
    return hashlib.sha256(data).hexdigest()


def as_told(accelerator):
    """"<Control><Shift>z" as the manual writes it: "Ctrl+Shift+Z"."""
    *modifiers, key = re.findall(r'<(\w+)>|(\w+)$', accelerator)
    key = key[1]
    return '+'.join(['Ctrl' if name == 'Control' else name for name, _ in modifiers] + [NAMES_OF_KEYS.get(key, key.upper() if len(key) == 1 else key)])


def keys_of_the_window():
    """What ui/shortcuts-dialog.blp tells: keys of its own, and those of actions, which stand in ui/application.c."""
    dialog = (ROOT / 'ui/shortcuts-dialog.blp').read_text(encoding='utf-8')
    table = (ROOT / 'ui/application.c').read_text(encoding='utf-8')
    accelerators = ' '.join(re.findall(r'keys: "([^"]+)"', dialog)).split()
    for action in re.findall(r'action: "([^"]+)"', dialog):
        accelerators += re.findall('"([^"]+)"', re.search(r'\{ "%s", \{ (.*?) \} \}' % re.escape(action), table)[1])
    return set(map(as_told, accelerators))


def messages():
    """Pairs of what the window says in English and in Chinese, without mnemonics, and the texts of the sample."""
    text = (ROOT / 'po/zh_CN.po').read_text(encoding='utf-8')
    found = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.MULTILINE)
    sample = json.loads((ROOT / 'resources/plans/jinchuang.zh_CN.json').read_text(encoding='utf-8'))
    return {(re.sub('_|…', '', english), re.sub(r'\(_.\)|…', '', chinese)) for english, chinese in found} | set(sample.items())


class Manual(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.pages = {language: read(ROOT / 'data' / 'help' / f'{language}.html') for language in LANGUAGES}

    def in_every_language(self, check):
        for language, page in self.pages.items():
            with self.subTest(language):
                check(language, page)

    def test_the_same_sections(self):
        def outline(page):
            """Headings by their ids, and what else stands there."""
            return [(element.tag, element.get('id')) for element in page.find('body').iter()
                    if element.tag in ('h1', 'h2', 'p', 'figure', 'table', 'tr', 'li', 'dt', 'dd', 'em')]
        self.assertEqual(outline(self.pages['en']), outline(self.pages['zh_CN']))

    def test_contents_are_the_headings(self):
        def check(_language, page):
            entries = [(link.get('href'), words(link)) for link in every(page.find('.//nav'), 'a')]
            self.assertEqual(entries, [('#' + heading.get('id'), words(heading)) for heading in every(page, 'h2')])
        self.in_every_language(check)

    def test_links_lead_somewhere(self):
        def check(_language, page):
            ids = {'#' + element.get('id') for element in page.iter() if element.get('id')}
            self.assertEqual({link.get('href') for link in every(page, 'a')} - ids, set())
        self.in_every_language(check)

    def test_every_page_has_its_picture(self):
        window = (ROOT / 'ui/window.blp').read_text(encoding='utf-8')
        pages = re.findall(r'Adw.ViewStackPage \{\s+name: "(\w+)"', window)
        self.assertEqual(len(pages), 7)

        def check(language, page):
            folder = ROOT / 'docs/images' / ('' if language == 'en' else language)
            pictures = [(ROOT / 'data' / 'help' / image.get('src')).resolve() for image in every(page, 'img')]
            self.assertEqual(pictures, [folder / f'{name}-page.png' for name in pages])
            self.assertEqual([path for path in pictures if not path.is_file()], [])
            self.assertEqual([image.get('src') for image in every(page, 'img') if not image.get('alt')], [])
        self.in_every_language(check)

    def test_all_of_it_is_in_one_file(self):
        def check(language, source):
            built = read(BUILT / f'{language}.html')
            pictures = [digest(base64.b64decode(image.get('src').removeprefix('data:image/png;base64,'))) for image in every(built, 'img')]
            self.assertEqual(pictures, [digest((ROOT / 'data' / 'help' / image.get('src')).read_bytes()) for image in every(source, 'img')])
            self.assertEqual(words(built.find('body')), words(source.find('body')))
            self.assertIn('prefers-color-scheme: dark', words(built.find('.//style')))
            self.assertEqual(every(built, 'link') + every(built, 'script'), [])
        self.in_every_language(check)

    def test_keys_are_those_of_the_window(self):
        told = {language: [words(key).replace('空格', 'Space') for key in every(page, 'kbd')] for language, page in self.pages.items()}
        self.assertEqual(set(told['en']) - keys_of_the_window(), set())
        self.assertEqual(told['en'], told['zh_CN'])

    def test_names_are_those_of_the_window(self):
        named = zip(*([words(name) for name in every(self.pages[language], 'em')] for language in LANGUAGES), strict=True)
        self.assertEqual(set(named) - messages(), set())

    def test_titles_of_pages_are_those_of_the_window(self):
        for heading, chinese in zip(every(self.pages['en'], 'h2'), every(self.pages['zh_CN'], 'h2'), strict=True):
            if heading.get('id') in ('split', 'assumptions', 'timeline', 'results', 'charts', 'compare', 'region', 'scenarios', 'targets'):
                self.assertIn((words(heading), words(chinese)), messages())


if __name__ == '__main__':
    tap.main()
