#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chart files as other programs see them: librsvg and poppler draw what the PNG shows, the text of a PDF can be read, and its fonts are in it."""

import os
import re
import subprocess
import tempfile
import time
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import tap

PLAN = Path(__file__).parents[2] / 'resources/plans/jinchuang.outlay.json'
CLI = Path(os.environ['OUTLAY_BUILD']) / 'app/cli/outlay-cli'

TEXT = '{http://www.w3.org/2000/svg}text'

# Mean difference of a pixel, of 1, between two pictures of one chart. cairo and librsvg share their rasteriser, poppler has its own; another year's
# bars differ by 0.06.
SAME_RASTERISER = 0.001
OTHER_RASTERISER = 0.01


def output(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=60, **options).stdout


def difference(one, other):
    """ImageMagick's mean absolute error, from 0 to 1; compare ends with 1 where there is any."""
    done = subprocess.run(['compare', '-metric', 'MAE', str(one), str(other), 'null:'], capture_output=True, text=True, check=False)
    return float(re.search(r'\(([\d.e-]+)\)', done.stderr).group(1))


class Exports(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def chart(self, name, *arguments, plan=PLAN, **environment):
        path = self.folder / name
        output(CLI, 'chart', plan, path.stem, '-o', path, '--size', '960x540', *arguments, env={**os.environ, **environment})
        return path

    def test_svg_is_the_same_picture(self):
        for name in ('tax', 'split', 'investment'):
            drawn = self.folder / 'drawn.png'
            output('rsvg-convert', '-o', drawn, self.chart(f'{name}.svg'))
            self.assertLess(difference(self.chart(f'{name}.png'), drawn), SAME_RASTERISER, name)

    def test_svg_with_texts_is_the_same_picture(self):
        for theme in ('light', 'high-contrast-dark'):
            for name in ('tax', 'split'):
                drawn = self.folder / 'drawn.png'
                output('rsvg-convert', '-o', drawn, self.chart(f'{name}.svg', '--text', 'text', '--theme', theme))
                self.assertLess(difference(self.chart(f'{name}.png', '--theme', theme), drawn), SAME_RASTERISER, name)

    def texts(self, path):
        return [text.text for text in ElementTree.parse(path).getroot().iter(TEXT)]

    def test_svg_texts_are_texts(self):
        texts = self.texts(self.chart('output-value.svg', '--text', 'text', '--title', 'R&D <in> "quotes"\x07'))
        for word in ('R&D <in> "quotes" ', 'bn yuan a year', 'promised 10', 'Energy storage', '2021', 'in 2028', '10.04'):
            self.assertIn(word, texts)
        self.assertEqual(self.texts(self.chart('output-value.svg')), [])

    def test_svg_texts_go_into_a_pdf(self):
        path = self.folder / 'from-svg.pdf'
        output('rsvg-convert', '-f', 'pdf', '-o', path, self.chart('tax.svg', '--text', 'text', LC_ALL='zh_CN.UTF-8'))
        self.assertIn('税收', output('pdftotext', path, '-', text=True))

    def test_shortened_text_ends_where_it_is_cut(self):
        texts = self.texts(self.chart('tax.svg', '--text', 'text', '--title', 'A title of many words ' * 20))
        self.assertRegex(texts[0], r'^A title of many words .*…$')
        self.assertLess(len(texts[0]), 200)

    def test_svg_says_what_it_shows(self):
        root = ElementTree.parse(self.chart('tax.svg')).getroot()
        self.assertEqual(root[0].text, 'Tax')
        self.assertIn('2028', root[1].text)

    def test_svg_has_its_size(self):
        text = self.chart('tax.svg').read_text(encoding='utf-8')
        self.assertIn('width="960px"', text)
        self.assertIn('height="540px"', text)

    def test_pdf_is_the_same_picture(self):
        for name in ('tax', 'split'):
            drawn = self.folder / 'drawn'
            output('pdftoppm', '-png', '-singlefile', '-r', 96, self.chart(f'{name}.pdf'), drawn)
            self.assertLess(difference(self.chart(f'{name}.png'), f'{drawn}.png'), OTHER_RASTERISER, name)

    def test_pdf_text_can_be_read(self):
        words = output('pdftotext', '-layout', self.chart('output-value.pdf'), '-', text=True)
        for word in ('Output value', 'bn yuan a year', 'promised 10', 'Energy storage', '2021', 'in 2028', 'Jinchuang Energy Project'):
            self.assertIn(word, words)

    def test_pdf_is_one_page_without_a_date(self):
        facts = output('pdfinfo', self.chart('tax.pdf'), text=True)
        self.assertRegex(facts, r'Pages: +1\n')
        self.assertRegex(facts, r'Page size: +720 x 405 pts')
        self.assertRegex(facts, r'Title: +Tax\n')
        self.assertRegex(facts, r'Subject: +Tax, m yuan a year, 2021 to 2040')
        self.assertNotIn('Date:', facts)

    def test_pdf_fonts_are_in_it(self):
        lines = output('pdffonts', self.chart('split.pdf'), text=True).splitlines()[2:]
        self.assertGreater(len(lines), 0)
        for line in lines:
            self.assertRegex(line, r' yes +yes +yes +\d+ +\d+$')

    def test_chinese_text_can_be_read(self):
        plan = self.folder / 'plan.outlay.json'
        plan.write_text(PLAN.read_text(encoding='utf-8').replace('"Energy storage"', '"储能系统"'), encoding='utf-8')
        words = output('pdftotext', '-layout', self.chart('tax.pdf', plan=plan, LC_ALL='zh_CN.UTF-8'), '-', text=True)
        for word in ('税收', '亿元/年', '储能系统', '承诺 5'):
            self.assertIn(word, words)

    def test_png_density(self):
        for scale, facts in (('1', '960 540 96'), ('1.5', '1440 810 144'), ('2', '1920 1080 192'), ('3.125', '3000 1688 300')):
            path = self.chart('tax.png', '--scale', scale)
            self.assertEqual(output('identify', '-units', 'PixelsPerInch', '-format', '%w %h %[fx:round(resolution.x)]', path, text=True), facts)

    def test_same_bytes_from_another_process(self):
        """A second later, in another folder, with the variables of the language in another order and in another time zone."""
        formats = ('png', 'svg', 'pdf')
        before = {name: self.chart(f'tax.{name}').read_bytes() for name in formats}
        texts = self.chart('tax.svg', '--text', 'text').read_bytes()
        time.sleep(1.1)
        surroundings = {'LANG': 'C.UTF-8', 'LANGUAGE': '', 'LC_ALL': 'C.UTF-8', 'TZ': 'Asia/Shanghai', 'PWD': '/'}
        others = dict(reversed([item for item in os.environ.items() if item[0] not in surroundings]))
        for name in formats:
            path = self.folder / f'again.{name}'
            output(CLI, 'chart', PLAN, 'tax', '-o', path, '--size', '960x540', env={**others, **surroundings}, cwd='/')
            self.assertEqual(path.read_bytes(), before[name], name)
        self.assertEqual(self.chart('tax.svg', '--text', 'text').read_bytes(), texts)

    def test_scale_draws_the_same_larger(self):
        large, small = self.chart('tax.png', '--scale', '2').rename(self.folder / 'large.png'), self.folder / 'small.png'
        output('convert', large, '-scale', '50%', small)
        self.assertLess(difference(self.chart('tax.png'), small), SAME_RASTERISER)


if __name__ == '__main__':
    tap.main()
