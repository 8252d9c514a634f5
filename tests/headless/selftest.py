# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness itself, on a program that tells what was done to it."""

import os
import re
import signal
import subprocess
import unittest
from pathlib import Path

import tap
from desktop import Desktop
from driver import Program

TOY = Path(os.environ['G_TEST_BUILDDIR'], 'headless', 'toy')


class Harness(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop((800, 600)))

    def start(self, **options):
        return self.enterContext(Program(self.desktop, [TOY], **options))

    def assert_status(self, program, text):
        program.find(name='status', text=text)

    def test_click(self):
        program = self.start()
        program.click(type='GtkButton', text='Click')
        self.assert_status(program, 'clicked 1')
        program.click(type='GtkButton', text='Click', count=2)
        self.assert_status(program, 'clicked 3')

    def test_type_and_paste(self):
        program = self.start()
        program.click(name='entry')
        program.type('=3bn*60% (Ae)')
        program.key('Return')
        self.assert_status(program, 'entered =3bn*60% (Ae)')
        program.key('ctrl+a')
        program.paste('18亿')
        program.key('Return')
        self.assert_status(program, 'entered 18亿')

    def test_drag(self):
        program = self.start()
        area = program.find(name='area')
        x, y = program.at(area, 0.2, 0.3)
        program.drag((x, y), (x + 120, y + 40), during=lambda: self.assert_status(program, 'dragged 120, 40'))
        self.assert_status(program, 'dragged 120, 40')

    def test_menu(self):
        program = self.start()
        program.click(tooltip='Menu')
        program.click(type='GtkModelButton', text='Greet')
        self.assert_status(program, 'greeted')
        program.gone(type='GtkPopoverMenu')

    def test_save_dialog(self):
        program = self.start()
        path = program.home / 'a plan.json'
        program.key('ctrl+s')
        program.choose_file_to_save(path)
        self.assert_status(program, f'chosen {path}')

    def test_copy(self):
        program = self.start()
        program.key('ctrl+e')
        self.assertEqual(program.clipboard(), b'nothing yet')

    def test_a_program_that_hangs_is_told(self):
        program = self.start()
        program.process.send_signal(signal.SIGSTOP)
        with self.assertRaisesRegex(AssertionError, "has not answered 'settle' for 0.1 seconds"):
            program.ask('settle', timeout=0.1)

    def test_actions(self):
        self.assertIs(self.start().actions()['app.save'], True)

    def test_window_fills_the_screen(self):
        window = self.start().find(type='AdwApplicationWindow')
        self.assertEqual((window.x, window.y, window.width, window.height), (0, 0, 800, 600))

    def test_dark(self):
        with Program(self.desktop, [TOY]) as light:
            self.assertGreater(min(light.pixel(*light.at(light.find(name='area')))), 200)
        with Program(self.desktop, [TOY], dark=True) as dark:
            self.assertLess(max(dark.pixel(*dark.at(dark.find(name='area')))), 100)

    def test_high_contrast(self):
        def edge(**options):
            with Program(self.desktop, [TOY], **options) as program:
                x, y = program.at(program.find(type='GtkButton', text='Click'), 0.5, 0)
                return program.pixel(x, y)

        self.assertLess(max(edge(high_contrast=True)), min(edge()) - 50)

    def test_large_text(self):
        plain = self.start().find(name='status')
        large = self.start(text_scale=2).find(name='status')
        self.assertAlmostEqual(large.height, 2 * plain.height, delta=3)

    def test_scale(self):
        program = self.start(scale=2)
        self.assertEqual(program.find(name='area').scale, 2)
        program.click(type='GtkButton', text='Click')
        self.assert_status(program, 'clicked 1')

    def test_language(self):
        program = self.start(language='zh_CN')
        program.key('ctrl+s')
        program.find(type='GtkButton', text=re.compile('取消'))

    def test_screenshot(self):
        program = self.start()
        path = program.home / 'window.png'
        program.screenshot(path)
        size = subprocess.run(['identify', '-format', '%w %h', path], capture_output=True, text=True, check=True).stdout
        self.assertEqual(size, '800 600')

    def test_complaint_is_told(self):
        program = Program(self.desktop, [TOY])
        with self.assertRaisesRegex(AssertionError, 'a complaint'), program:
            program.key('ctrl+w')

    def test_end_is_told(self):
        program = self.start()
        program.process.kill()
        with self.assertRaisesRegex(AssertionError, 'gone'):
            program.find(name='status')


if __name__ == '__main__':
    tap.main()
