# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual is opened in the language of the window, what it tells for a beginning is true, and the hint of the first start is in nobody's way."""

import os
import re
from pathlib import Path

import tap
from plans import SAMPLE, WindowTest

# Shows pages by writing down which.
READER = '#!/bin/sh\necho "$1" >>"$HOME/shown"\n'
ENTRY = '[Desktop Entry]\nType=Application\nName=Reader\nExec={} %f\nMimeType={};\n'
BY_DEFAULT = '[Default Applications]\n{}=reader.desktop\n'
MANUALS = Path(os.environ['OUTLAY_HELP_DIR'])


class Manual(WindowTest):
    def home(self):
        return self.desktop.home(self.id().split('.')[-1][5:25])

    def open(self, *arguments, reads='text/html', **options):
        """The program on a desktop where one program shows files of the kind READS, and no other program shows anything."""
        home = self.home()
        self.shown = home / 'shown'
        reader, shared = home / 'reader', home / 'share'
        for path, text in ((reader, READER), (home / '.local/share/applications/reader.desktop', ENTRY.format(reader, reads)),
                           (home / '.config/mimeapps.list', BY_DEFAULT.format(reads))):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        reader.chmod(0o755)
        shared.mkdir(exist_ok=True)
        for path in Path('/usr/share').iterdir():
            if path.name != 'applications' and not (shared / path.name).exists():
                (shared / path.name).symlink_to(path)
        return self.start(*arguments, home=home, environment={'XDG_DATA_DIRS': str(shared)}, **options)

    def assert_shown(self, program, name):
        """This page was shown, and no other."""
        page = f'{MANUALS / name}\n'
        program.until(lambda: self.shown.exists() and self.shown.read_text(encoding='utf-8') == page, f'{name} to be shown')

    def test_by_key(self):
        program = self.open(SAMPLE)
        program.key('F1')
        self.assert_shown(program, 'en.html')
        program.key('ctrl+question')
        dialog = program.find(type='AdwPreferencesDialog')
        program.scroll(dialog, 40)
        row = program.find(within=dialog, type='OutlayShortcutRow', title='Manual')
        self.assertIn('F1', [widget.text for widget in row.walk()])

    def test_from_the_menu(self):
        program = self.open(SAMPLE)
        program.key('F10')
        program.click(type='GtkLabel', text='Help', within=program.find(type='GtkPopoverMenu'))
        self.assert_shown(program, 'en.html')

    def test_from_the_hint(self):
        program = self.open()
        program.click(type='GtkButton', text='_Manual')
        self.assert_shown(program, 'en.html')

    def test_in_chinese(self):
        program = self.open(SAMPLE, language='zh_CN')
        program.key('F1')
        self.assert_shown(program, 'zh_CN.html')

    def test_in_english_where_it_does_not_speak_the_language(self):
        program = self.open(SAMPLE, language='de_DE')
        program.key('F1')
        self.assert_shown(program, 'en.html')

    def check_told(self, program):
        """It is said where the manual lies, until that is read."""
        program.key('F1')
        hint = program.find(type='OutlayHint', id='notice')
        place = str(MANUALS / 'en.html')
        self.assertIn(place, [(widget.text or '')[-len(place):] for widget in hint.walk()])
        program.click(type='GtkButton', within=hint)
        program.gone(type='OutlayHint', id='notice')
        self.assertFalse(self.shown.exists())

    def test_where_nothing_shows_it_it_is_said_where_it_lies(self):
        self.check_told(self.open(SAMPLE, reads='image/png'))

    def test_an_editor_is_no_reader(self):
        self.check_told(self.open(SAMPLE, reads='text/plain'))

    def test_a_reader_that_cannot_be_started(self):
        program = self.open(SAMPLE)
        (program.home / 'reader').unlink()
        self.check_told(program)


class FirstSteps(WindowTest):
    """Section “First steps” of the manual, step by step, with its figures."""

    SIZE = (1600, 900)

    def said(self, language):
        text = (Path(__file__).parents[2] / 'data' / 'help' / f'{language}.html').read_text(encoding='utf-8')
        return ' '.join(re.sub('<[^>]+>', '', re.search('<h2 id="first-steps">.*?<h2', text, re.DOTALL)[0]).split())

    def test_what_it_tells(self):
        said = self.said('en')
        program = self.start()
        self.assert_card(program, 'Payback: 9.3 years')
        self.assert_card(program, 'IRR: 14.0 %')
        picture = program.find(type='OutlaySplitPicture')
        # The boundary, which has 60 % of the width on its left, goes to the middle.
        program.drag(program.at(picture, 0.6, 0.5), program.at(picture, 0.5, 0.5))
        for label in ('Investment: 5.20 bn', 'Output, 2028: 10.04 bn', 'Payback: 9.5 years'):
            self.assert_card(program, label)
        program.key('ctrl+z')
        self.assert_card(program, 'Payback: 9.3 years')
        program.click(type='OutlaySplitCell', label=re.compile('^Smart mining machinery, Phase one'))
        program.type('2bn')
        program.key('Return')
        for label in ('Investment: 5.20 bn', 'Output, 2028: 9.91 bn', 'IRR: 13.8 %'):
            self.assert_card(program, label)
        program.find(type='GtkLabel', text='6 of 11 targets met')
        for words in ('from 9.3 to 9.5 years', 'from 14.0 to 13.8 %', 'to 9.91 bn', '6 of the 11 targets', 'type 2bn and press Enter'):
            self.assertIn(words, said)
        program.key('ctrl+z')
        self.show(program, 'Storage first')
        program.key('alt+6')
        program.find(type='OutlayCompareBridge')

    def test_the_same_in_chinese(self):
        said = self.said('zh_CN')
        program = self.start(language='zh_CN')
        program.click(type='OutlaySplitCell', label=re.compile('^智能矿山装备, 一期'))
        program.key('F2')
        program.key('ctrl+a')
        program.paste('20亿')
        program.key('Return')
        for label in ('投资：52.00亿', '内部收益率：13.8%', '投资回收期：9.3年'):
            self.assert_card(program, label)
        program.find(type='GtkLabel', text='6/11 项目标达到')
        for words in ('由 9.3 年延长到 9.5 年', '由 14.0% 降到 13.8%', '降到 99.1 亿元', '只达到 6 项', '输入“20亿”'):
            self.assertIn(words, said)


class Hint(WindowTest):
    def test_it_takes_no_focus_and_leads_on(self):
        home = self.desktop.home('first-ever')
        program = self.start(home=home)
        hint = program.find(type='OutlayHint', id='welcome')
        self.assertTrue(any('F1' in (widget.text or '') for widget in hint.walk()))
        self.assertIsNone(program.look(within=hint, focus=True))
        self.assertGreater(program.find(type='OutlaySplitTable').y, hint.y + hint.height)
        for _ in range(30):
            if program.look(type='GtkButton', text='_Got It', focus=True):
                break
            program.key('Tab')
        program.key('Return')
        program.gone(type='OutlayHint', id='welcome')
        self.assertTrue(program.look(within=program.find(type='OutlaySplitPage'), focus=True))
        program.crash()
        again = self.start(home=home)
        again.find(type='OutlaySplitTable')
        self.assertIsNone(again.look(type='OutlayHint'))

    def test_it_goes_from_every_window(self):
        program = self.start()
        for key in ('F10', 'Down', 'Down', 'Down', 'Return'):
            program.key(key)
        program.until(lambda: len([window for window in program.look_at_all() if window.type == 'OutlayWindow']) == 2, 'a second window')
        hints = [widget for widget in program.look_at_all() if widget.type == 'OutlayHint']
        self.assertEqual(len(hints), 2)
        program.click(type='GtkButton', text='_Got It')
        program.gone(type='OutlayHint')

    def test_a_plan_of_ones_own_needs_none(self):
        program = self.start(SAMPLE)
        program.find(type='OutlaySplitTable')
        self.assertIsNone(program.look(type='OutlayHint'))


class Small(WindowTest):
    """All of the hint can be read on a narrow screen in large texts."""

    SIZE = (360, 740)

    def check(self, **options):
        program = self.start(**options)
        hint = program.find(type='OutlayHint', id='welcome')
        self.assertGreaterEqual(hint.x, 0)
        self.assertLessEqual(hint.x + hint.width, 360)
        self.assertEqual([widget.text for widget in hint.walk() if widget.cut], [])
        self.assertEqual(program.complaints(), '')
        program.click(program.all(type='GtkButton', within=hint)[-1])
        program.gone(type='OutlayHint', id='welcome')

    def test_english(self):
        self.check()

    def test_large_english(self):
        self.check(text_scale=2)

    def test_large_chinese(self):
        self.check(text_scale=2, language='zh_CN')


if __name__ == '__main__':
    tap.main()
