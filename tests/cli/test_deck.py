#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decks and reports as other programs see them: an office program opens the slides and the workbooks inside, poppler reads the pages and their fonts."""

import csv
import json
import re
import subprocess
import zipfile

import exports
import tap
from exports import CLI, PLAN, TEXTS, output, translated


def facts(path):
    return dict(re.findall(r'^([^:\n]+): +(.*)$', output('pdfinfo', path).decode(), re.MULTILINE))


def words(path):
    """The text of a PDF, each run of blanks one."""
    return ' '.join(output('pdftotext', '-layout', path, '-').decode().split())


class Case(exports.Case):
    def convert(self, path, to):
        """By LibreOffice, with a profile of its own so that it can run beside another."""
        output('soffice', f'-env:UserInstallation=file://{self.folder}/profile', '--headless', '--convert-to', to, '--outdir', self.folder / 'converted', path)
        return self.folder / 'converted' / path.with_suffix('.' + to.split(':')[0]).name

    def chinese_plan(self):
        path = self.folder / 'chinese.outlay.json'
        plan, texts = (json.loads(file.read_text(encoding='utf-8')) for file in (PLAN, TEXTS))
        path.write_text(json.dumps(translated(plan, texts)), encoding='utf-8')
        return path

    def assert_fonts_embedded(self, path):
        lines = output('pdffonts', path).decode().splitlines()[2:]
        self.assertGreater(len(lines), 0)
        for line in lines:
            self.assertRegex(line, r' yes +yes +yes +\d+ +\d+$')


class Slides(Case):
    def test_an_office_program_shows_every_slide(self):
        deck = self.export('deck.pptx', '--charts', 'output-value,tax,split,compare-cash,bridge', '--scenarios', 'base,storage-first')
        with zipfile.ZipFile(deck) as package:
            slides = sum(name.startswith('ppt/slides/slide') for name in package.namelist())
        pages = self.convert(deck, 'pdf')
        self.assertEqual(int(facts(pages)['Pages']), slides)
        text = words(pages)
        for wanted in ('Jinchuang Energy Project', 'Output value', 'promised 10', 'Smart mining machinery', 'Cumulative cash flow by scenario', 'Storage first',
                       'Total 3.12 2.08 5.20 100.0', '≥ 10.0 bn yuan ✓ met', 'Discount rate 8.0 %', 'Source: projection of Jinchuang Energy Project'):
            self.assertIn(wanted, text)

    def test_chinese(self):
        plan = self.chinese_plan()
        deck = self.export('deck.pptx', '--charts', 'tax', plan=plan, LC_ALL='zh_CN.UTF-8')
        with zipfile.ZipFile(deck) as package:
            self.assertIn('lang="zh-CN"', package.read('ppt/slides/slide2.xml').decode())
        pdf = self.export('deck.pdf', '--charts', 'tax', plan=plan, LC_ALL='zh_CN.UTF-8')
        for path in (self.convert(deck, 'pdf'), pdf):
            text = words(path)
            for wanted in ('今创新能源项目', '税收', '亿元/年', '智能矿山装备', '合计 31.2 20.8 52.0 100.0', '已达成'):
                self.assertIn(wanted, text.replace(' / ', '/'))
            self.assert_fonts_embedded(path)

    def test_workbook_has_the_numbers(self):
        """What “Edit data” shows is what the chart shows: all the digits that the engine computed, in the unit of the axis."""
        deck = self.export('deck.pptx', '--charts', 'output-value')
        with zipfile.ZipFile(deck) as package:
            package.extract('ppt/embeddings/workbook1.xlsx', self.folder)
            chart = package.read('ppt/charts/chart1.xml').decode()
        workbook = self.folder / 'ppt/embeddings/workbook1.xlsx'
        with zipfile.ZipFile(workbook) as package:
            cells = re.findall(r'<c r="B\d+"[^>]*><v>([^<]+)</v>', package.read('xl/worksheets/sheet1.xml').decode())[1:]
        with open(self.convert(workbook, 'csv'), encoding='utf-8', newline='') as file:
            rows = list(csv.reader(file))
        projected = json.loads(output(CLI, 'project', PLAN, '--format', 'json', '--series', 'output-value', '--by', 'initiative'))
        series = projected['series']['output-value']['initiatives']
        drawn = [float(value) for value in re.findall(r'<c:v>([\d.e-]+)</c:v>', re.search(r'<c:val>.*?</c:val>', chart).group())]
        self.assertEqual([float(cell) for cell in cells], drawn)
        self.assertEqual(rows[0], ['bn yuan a year', 'Smart mining machinery', 'Energy storage', 'Zero-carbon park', 'promised 10', 'Total'])
        self.assertEqual([int(row[0]) for row in rows[1:]], projected['years'])
        for year, row in enumerate(rows[1:]):
            self.assertAlmostEqual(drawn[year] * 1e9, series['mining'][year], delta=1e-3)
            for column, initiative in enumerate(('mining', 'storage', 'park'), 1):
                self.assertAlmostEqual(float(row[column]), series[initiative][year] / 1e9, delta=0.0051)
            self.assertEqual(float(row[4]), 10)
            self.assertAlmostEqual(float(row[5]), sum(series[initiative][year] for initiative in series) / 1e9, delta=0.0051)

    def series_of(self, *charts):
        """The series of the charts of a deck, each a piece of XML."""
        deck = self.export('deck.pptx', '--charts', ','.join(charts), '--scenarios', 'base,storage-first')
        with zipfile.ZipFile(deck) as package:
            return [re.findall(r'<c:ser>.*?</c:ser>', package.read(f'ppt/charts/chart{n + 1}.xml').decode()) for n in range(len(charts))]

    def test_what_others_are_compared_with_is_dashed(self):
        for series in self.series_of('compare-tax', 'cumulative-cash'):
            dashed = [re.search('<c:v>(.*?)</c:v>', one).group(1) for one in series if '<a:prstDash val="dash"/>' in one]
            self.assertIn(dashed[0], ('Base', 'Discounted'))
            self.assertFalse(any('<a:prstDash val="dash"/>' in one for one in series if 'Storage first' in one or 'Cumulative' in one))

    def test_stacks_tell_their_totals(self):
        """Over the design year, of an investment over every year; of the sum itself nothing is seen, nor in the legend."""
        deck = self.export('deck.pptx', '--charts', 'output-value,investment')
        with zipfile.ZipFile(deck) as package:
            charts = [package.read(f'ppt/charts/chart{n}.xml').decode() for n in (1, 2)]
        for chart, labels in zip(charts, (1, 5)):
            total = re.findall(r'<c:ser>.*?</c:ser>', chart)[-1]
            self.assertIn('<c:v>Total</c:v>', total)
            self.assertIn('<a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker><c:dLbls>', total)
            self.assertEqual(total.count('<c:dLbl>'), labels)
            self.assertEqual(total.count('<c:dLblPos val="t"/>'), labels)
            self.assertRegex(chart, r'<c:legendEntry><c:idx val="%d"/><c:delete val="1"/></c:legendEntry>' % (chart.count('<c:ser>') - 1))
        text = words(self.convert(deck, 'pdf'))
        for wanted in ('10.04', '1.56'):
            self.assertIn(wanted, text)

    def test_shape(self):
        for size, wanted in (('16:9', '960 x 540 pts'), ('4:3', '720 x 540 pts')):
            self.assertEqual(facts(self.export('deck.pdf', '--charts', 'tax', '--size', size))['Page size'], wanted)
            pages = self.convert(self.export('deck.pptx', '--charts', 'tax', '--size', size), 'pdf')
            self.assertRegex(facts(pages)['Page size'], wanted.replace('960', r'960(\.\d+)?'))

    def test_pdf_has_the_same_slides(self):
        arguments = ('--charts', 'tax,split', '--scenario', 'storage-first', '--set', 'discount-rate=0.07')
        pdf = self.export('deck.pdf', *arguments)
        with zipfile.ZipFile(self.export('deck.pptx', *arguments)) as package:
            self.assertEqual(int(facts(pdf)['Pages']), sum(name.startswith('ppt/slides/slide') for name in package.namelist()))
        self.assertEqual(facts(pdf)['Title'], 'Jinchuang Energy Project')
        self.assertEqual([name for name in facts(pdf) if 'Date' in name], [])
        text = words(pdf)
        for wanted in ('Scenario: Storage first', 'Discount rate 7.0 %', '≥ 500 m yuan ✓ met'):
            self.assertIn(wanted, text)
        self.assert_fonts_embedded(pdf)
        self.assertIn('H1', output('pdfinfo', '-struct', pdf).decode())

    def test_same_bytes(self):
        for name in ('deck.pptx', 'deck.pdf'):
            one = self.export(name).read_bytes()
            self.assertEqual(one, self.export(name, TZ='Asia/Shanghai').read_bytes())
            self.assertEqual(one, output(CLI, 'export', PLAN, '-o', '-', '--format', name.split('.')[1]))

    def test_scenarios_bring_the_charts_that_compare(self):
        def bookmarks(*arguments):
            return words(self.export('deck.pdf', *arguments))
        self.assertNotIn('by scenario', bookmarks())
        self.assertIn('Output value by scenario', bookmarks('--scenarios', 'base,storage-first'))


class Report(Case):
    def test_pages(self):
        report = self.export('report.pdf', '--report', '--scenarios', 'base,storage-first')
        self.assertEqual(facts(report)['Page size'], '595 x 842 pts (A4)')
        text = words(report)
        for wanted in ('Indicators', 'Net present value of the cash flow after tax', 'Total 3.12 2.08 5.20 100.0', 'Year by year', '2040', 'Output value by scenario',
                       'Income tax 15.0 % assumed', 'company announcement, 1 August', 'Source: projection of Jinchuang Energy Project'):
            self.assertIn(wanted, text)
        self.assertNotIn('Cumulative surplus', text)
        self.assert_fonts_embedded(report)

    def test_statements(self):
        """Those that are asked for, in one unit each, with the rows and the numbers that the command prints."""
        text = words(self.export('report.pdf', '--report', '--statements', 'financial-cash-flow,balance-sheet'))
        for wanted in ('Financial planning cash flow', '5 Cumulative surplus', '1.1.5 VAT credit', 'Debt ratio (%)', '50.52 50.83 52.56', '2.5.1 Paid-in capital'):
            self.assertIn(wanted, text)
        self.assertNotIn('Distributable profit', text)


class Usage(Case):
    def assert_refused(self, code, sentence, *arguments):
        done = subprocess.run([CLI, 'export', *arguments], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((done.returncode, done.stdout), (code, ''), done.stderr)
        self.assertIn(sentence, done.stderr)

    def test_what_is_wrong_is_said(self):
        path = str(self.folder / 'deck.pptx')
        self.assert_refused(2, '-o', PLAN)
        self.assert_refused(2, '.pptx, .pdf', PLAN, '-o', 'deck.odp')
        self.assert_refused(2, '16:9 or 4:3', PLAN, '-o', path, '--size', 'large')
        self.assert_refused(2, '.pdf', PLAN, '-o', path, '--report')
        self.assert_refused(2, 'A4', PLAN, '-o', 'report.pdf', '--report', '--size', '4:3')
        self.assert_refused(2, '--report', PLAN, '-o', path, '--statements', 'all')
        self.assert_refused(1, 'did you mean “profit”', PLAN, '-o', 'report.pdf', '--report', '--statements', 'profits')
        self.assert_refused(1, 'salse', PLAN, '-o', path, '--charts', 'salse')
        self.assert_refused(1, 'nowhere', PLAN, '-o', path, '--scenario', 'nowhere')
        self.assert_refused(3, 'nowhere', PLAN, '-o', '/nowhere/deck.pptx', '--charts', 'tax')
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == '__main__':
    tap.main()
