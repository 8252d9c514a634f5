# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts leave the program as files and on the clipboard, as large as a slide and as they were seen."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree

import tap
from plans import SAMPLE, WindowTest

SVG = '{http://www.w3.org/2000/svg}svg'


def size(png):
    command = ['identify', '-format', '%m %w %h', 'png:-' if isinstance(png, bytes) else str(png)]
    return subprocess.run(command, input=png if isinstance(png, bytes) else None, capture_output=True, check=True).stdout.decode()


class Export(WindowTest):
    def setUp(self):
        self.program = self.start(SAMPLE)

    def open(self):
        self.program.key('ctrl+e')
        self.program.find(type='OutlayExportDialog')

    def choose(self, row, name):
        self.program.click(type='AdwComboRow', title=row)
        popover = self.program.find(type='GtkPopover')
        self.program.click(self.program.find(popover, type='GtkLabel', text=name))
        self.program.gone(type='GtkPopover')

    def save(self, name):
        path = self.program.home / name
        self.program.key('alt+s')
        self.program.choose_file_to_save(path)
        self.program.find(type='GtkLabel', text='Chart saved')
        self.program.gone(type='OutlayExportDialog')
        return path

    def test_png_of_a_slide(self):
        self.open()
        self.assertEqual(size(self.save('slide.png')), 'PNG 1920 1080')

    def test_large_slide_is_remembered(self):
        self.open()
        self.choose('Size', 'Slide 16:9, 3840 × 2160')
        self.assertEqual(size(self.save('large.png')), 'PNG 3840 2160')
        self.open()
        self.assertEqual(size(self.save('again.png')), 'PNG 3840 2160')

    def test_paper_is_remembered(self):
        self.open()
        self.choose('Size', 'A4 landscape, 297 × 210 mm at 300 dpi')
        self.assertEqual(size(self.save('paper.png')), 'PNG 3508 2480')
        self.open()
        self.assertEqual(size(self.save('again.png')), 'PNG 3508 2480')
        self.quit(self.program)

    def test_own_size(self):
        self.open()
        self.choose('Size', 'Own Size')
        width = self.program.find(type='AdwSpinRow', id='width_row')
        self.program.click(width, across=0.2)
        self.program.key('ctrl+a')
        self.program.type('800')
        self.program.key('Return')
        self.assertEqual(size(self.save('own.png')), 'PNG 800 900')

    def test_svg_with_a_title_of_its_own(self):
        self.open()
        self.program.click(type='OutlayWordRow', title='Title')
        self.program.key('ctrl+a')
        self.program.type('What we promised')
        self.program.click(type='GtkToggleButton', text='SVG')
        path = self.save('chart')
        self.assertFalse(path.exists())
        path = path.with_name('chart.svg')
        self.assertEqual(ElementTree.parse(path).getroot().tag, SVG)

    def test_an_ending_replaces_nothing(self):
        before = self.program.home / 'kept.png'
        before.write_text('not a chart')
        (self.program.home / 'kept-too').write_text('another that a file dialog might mean')
        self.open()
        self.program.key('alt+s')
        self.program.choose_file_to_save(before.with_suffix(''))
        self.program.find(type='GtkLabel', text='The Chart Was Not Saved')
        self.program.find(type='GtkLabel', text=re.compile('^“kept.png” is there already'))
        self.assertEqual(before.read_text(), 'not a chart')

    def test_title_is_drawn(self):
        self.open()
        plain = self.save('plain.png').read_bytes()
        self.open()
        self.program.click(type='OutlayWordRow', title='Title')
        self.program.key('ctrl+a')
        self.program.type('Another title')
        self.assertNotEqual(self.save('titled.png').read_bytes(), plain)

    def words_of_svg(self, name):
        self.program.click(type='GtkToggleButton', text='SVG')
        return ''.join(ElementTree.parse(self.save(name)).getroot().itertext())

    def test_words(self):
        self.open()
        self.program.click(type='GtkToggleButton', text='SVG')
        self.program.click(type='AdwSwitchRow', id='text_row')
        self.program.click(type='AdwExpanderRow', title='Words')
        source = self.program.find(type='OutlayWordRow', title='Source')
        own = source.text
        self.program.click(source)
        self.program.key('ctrl+a')
        self.program.type('Own reckoning')
        self.program.click(type='OutlayWordRow', title='Subtitle')
        self.program.key('ctrl+a')
        self.program.key('BackSpace')
        written = self.words_of_svg('words.svg')
        self.assertIn('Own reckoning', written)
        self.assertNotIn(own, written)
        self.assertNotIn('>bn yuan a year<', written)

    def test_own_words_come_back(self):
        self.open()
        self.program.click(type='AdwExpanderRow', title='Words')
        source = self.program.find(type='OutlayWordRow', title='Source')
        own = source.text
        self.program.click(source)
        self.program.key('ctrl+a')
        self.program.type('x')
        self.program.click(self.program.find(source, type='GtkButton', tooltip='Back to the chart’s own words'))
        self.assertEqual(self.program.find(type='OutlayWordRow', title='Source').text, own)

    def test_pdf_by_its_ending(self):
        self.open()
        text = subprocess.run(['pdftotext', str(self.save('chart.pdf')), '-'], capture_output=True, check=True, text=True).stdout
        self.assertIn('2028', text)

    def test_dark(self):
        self.open()
        self.choose('Theme', 'Dark')
        path = self.save('dark.png')
        command = ['convert', str(path), '-crop', '1x1+3+3', '-colorspace', 'Gray', '-format', '%[fx:mean]', 'info:-']
        self.assertLess(float(subprocess.run(command, capture_output=True, check=True, text=True).stdout), 0.3)

    def test_chart_is_chosen(self):
        self.open()
        self.choose('Chart', re.compile('^Tax'))
        title = self.program.find(type='OutlayWordRow', title='Title').text
        self.assertRegex(title, '^Tax')
        self.assertNotEqual(self.program.find(type='GtkDrawingArea', id='preview').description, None)

    def test_failure_is_told(self):
        self.open()
        self.program.key('alt+s')
        self.program.choose_file_to_save('/proc/chart.png')
        self.program.find(type='GtkLabel', text='The Chart Was Not Saved')
        self.program.find(type='GtkLabel', text=re.compile('“chart.png” could not be saved; what was there before is unchanged. .*[Cc]hoose'))


class Copy(WindowTest):
    def test_copy_by_key_gives_png_and_svg(self):
        program = self.start(SAMPLE)
        program.key('ctrl+shift+c')
        program.find(type='GtkLabel', text='Chart copied')
        self.assertEqual(size(program.clipboard('image/png')), 'PNG 1920 1080')
        self.assertEqual(ElementTree.fromstring(program.clipboard('image/svg+xml')).tag, SVG)

    def test_copy_from_the_dialog(self):
        program = self.start(SAMPLE)
        program.key('ctrl+e')
        program.click(type='GtkButton', text='_Copy')
        program.find(type='GtkLabel', text='Chart copied')
        self.assertEqual(size(program.clipboard('image/png')), 'PNG 1920 1080')


if __name__ == '__main__':
    tap.main()
