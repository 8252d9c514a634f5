#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks and CSV as other programs see them: what the cells hold, and that an office program that computes every formula anew finds the engine's numbers."""

import csv
import json
import re
import subprocess
import xml.etree.ElementTree as etree
import zipfile

import exports
import tap
from exports import CLI, PLAN, TEXTS, output, translated

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
RELATION = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'

STATEMENTS = ['建设投资与资金来源表', '项目总投资使用计划与资金筹措表', '营业收入、税金及附加和增值税估算表', '总成本费用估算表（生产要素法）', '项目投资现金流量表', '项目资本金现金流量表', '利润与利润分配表',
              '财务计划现金流量表', '资产负债表', '借款还本付息计划表', '税收分税种估算表']


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord('A') + 1
    return number - 1


def rows_of(term):
    """How many rows a term of a formula adds: "C5" or "SUM(C5:C9)"."""
    block = re.fullmatch(r'SUM\([A-Z]+(\d+):[A-Z]+(\d+)\)', term)
    return int(block[2]) - int(block[1]) + 1 if block else 1


class Sheet:
    """The cells of a sheet by row and column, counted from 0: texts and numbers; and the formulas."""

    def __init__(self, root, strings):
        self.cells, self.formulas = {}, {}
        for cell in root.iter(MAIN + 'c'):
            letters, row = re.fullmatch(r'([A-Z]+)(\d+)', cell.get('r')).groups()
            place = int(row) - 1, column_number(letters)
            value = cell.findtext(MAIN + 'v')
            if value is not None:
                self.cells[place] = strings[int(value)] if cell.get('t') == 's' else value if cell.get('t') == 'str' else float(value)
            if cell.find(MAIN + 'f') is not None:
                self.formulas[place] = cell.findtext(MAIN + 'f')

    def row(self, name, after=0):
        return next(row for (row, column), value in sorted(self.cells.items()) if column == 0 and value == name and row > after)

    def values(self, row, columns):
        return [self.cells.get((row, column)) for column in columns]

    def column(self, number):
        return {row: value for (row, column), value in self.cells.items() if column == number}


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
            self.dates = {entry.date_time for entry in package.infolist()}
        strings = [''.join(item.itertext()) for item in etree.fromstring(self.parts['xl/sharedStrings.xml']).iter(MAIN + 'si')]
        targets = {relation.get('Id'): relation.get('Target') for relation in etree.fromstring(self.parts['xl/_rels/workbook.xml.rels'])}
        self.sheets = {}
        for sheet in etree.fromstring(self.parts['xl/workbook.xml']).iter(MAIN + 'sheet'):
            part = targets[sheet.get(RELATION)].removeprefix('/xl/')
            self.sheets[sheet.get('name')] = Sheet(etree.fromstring(self.parts['xl/' + part]), strings)

    def charts(self):
        return [self.parts[f'xl/charts/chart{number}.xml'].decode() for number in range(1, 1 + sum(name.startswith('xl/charts/chart') for name in self.parts))]


class Case(exports.Case):
    def convert(self, path, to='xlsx'):
        """By LibreOffice, which computes every formula anew; with a profile of its own so that it can run beside another."""
        profile = self.folder / 'profile'
        (profile / 'user').mkdir(parents=True, exist_ok=True)
        settings = '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>'
        (profile / 'user/registrymodifications.xcu').write_text(
            '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' + settings + '</oor:items>')
        output('soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--convert-to', to, '--outdir', self.folder / 'converted', path)
        return self.folder / 'converted' / path.with_suffix('.' + to).name

    def project(self, *arguments, plan=PLAN):
        return json.loads(output(CLI, 'project', plan, '--format', 'json', *arguments))

    def plan(self, change):
        path = self.folder / 'plan.outlay.json'
        plan = json.loads(PLAN.read_text(encoding='utf-8'))
        change(plan)
        path.write_text(json.dumps(plan), encoding='utf-8')
        return path

    def assert_near(self, found, wanted, scale=None, message=None):
        self.assertLessEqual(abs(found - wanted), 1e-9 * (abs(wanted) if scale is None else scale), message)

    def assert_recalculated(self, path):
        """Every formula: what an office program makes of it is what the engine had. What is left of a difference is small beside what was subtracted."""
        written, computed = Workbook(path), Workbook(self.convert(path))
        n = 0
        for name, sheet in written.sheets.items():
            for place in sheet.formulas:
                scale = max(abs(value) for (row, column), value in sheet.cells.items() if column == place[1] and isinstance(value, float)) \
                    if name == 'Yearly' or sheet.cells.get((3, 0)) == 'No.' else max(1, abs(sheet.cells[place]))
                self.assert_near(computed.sheets[name].cells[place], sheet.cells[place], scale, (name, place, sheet.formulas[place]))
                n += 1
        return n


class Tables(Case):
    def test_years_are_the_engines(self):
        """Every series of the plan, by its name in files, with all the digits that a spreadsheet keeps."""
        for arguments in ((), ('--scenario', 'storage-first', '--set', 'finance.debt-share=0.7')):
            yearly = Workbook(self.export('plan.xlsx', *arguments)).sheets['Yearly']
            projected = self.project('--by', 'plan', *arguments)
            years = range(3, 3 + len(projected['years']))
            self.assertEqual(yearly.values(3, years), projected['years'])
            rows = {name: row for row, name in yearly.column(3 + len(years)).items()}
            self.assertEqual(set(projected['series']), set(rows) - {'Name in files'})
            for name, series in projected['series'].items():
                for found, wanted in zip(yearly.values(rows[name], years), series['plan']):
                    self.assertEqual(found is None, wanted is None, name)
                    if wanted is not None:
                        self.assertLessEqual(abs(found - wanted), 1e-15 * abs(wanted), name)

    def test_sums_are_formulas(self):
        yearly = Workbook(self.export('plan.xlsx')).sheets['Yearly']
        for name, wanted in (('Operating cost', 'D13+D14+D15+D16+D17+D18'), ('Liabilities', 'D57+D58'), ('Net profit', 'D39-D32')):
            self.assertRegex(yearly.formulas[yearly.row(name), 3], r'^D\d+([+-]D\d+)+$')
            self.assertEqual(len(re.findall('D', yearly.formulas[yearly.row(name), 3])), len(re.findall('D', wanted)), name)
        for name in ('Tax', 'EBIT', 'Assets', 'Working capital', 'Cumulative cash flow after tax', 'Cash flow after tax', 'Interest cover'):
            self.assertTrue(any((yearly.row(name), column) in yearly.formulas for column in range(3, 23)), name)
        self.assertRegex(yearly.formulas[yearly.row('Sales'), 2], r'^SUM\(D\d+:W\d+\)$')
        self.assertNotIn((yearly.row('Cash'), 2), yearly.cells)

    def test_an_office_program_computes_the_same(self):
        self.assertGreater(self.assert_recalculated(self.export('plan.xlsx')), 500)

    def test_statements(self):
        """A sheet each, with the command's rows; every sum, running sum and ratio is a formula of what it says."""
        for path, document in ((self.export('plan.xlsx'), json.loads(output(CLI, 'statement', PLAN, 'all', '--format', 'json'))),
                               (self.statement('cell.xlsx', 'tax', 'loans', '--phase', 'phase-1', '--initiative', 'storage'),
                                json.loads(output(CLI, 'statement', PLAN, 'tax', 'loans', '--phase', 'phase-1', '--initiative', 'storage', '--format', 'json'))),
                               (self.statement('products.xlsx', 'revenue', '--initiative', 'storage'),
                                json.loads(output(CLI, 'statement', PLAN, 'revenue', '--initiative', 'storage', '--format', 'json')))):
            book = Workbook(path)
            for statement in document['statements'].values():
                sheet = book.sheets[statement['title']]
                years = range(3, 3 + len(document['years']))
                self.assertEqual(sheet.values(3, years), document['years'])
                for n, row in enumerate(statement['rows']):
                    self.assertEqual((sheet.cells.get((4 + n, 0), ''), sheet.cells[4 + n, 1].strip()), (row['number'], row['label']))
                    self.assert_row(sheet, 4 + n, row, years)

    def statement(self, name, *arguments):
        output(CLI, 'statement', PLAN, *arguments, '-o', self.folder / name)
        return self.folder / name

    def assert_row(self, sheet, at, row, years):
        signs = {'sum': '+-', 'running': '+', 'ratio': '/', 'memo': '+-'}
        for column, wanted in zip(years, row.get('values', ())):
            found = sheet.cells.get((at, column))
            self.assertEqual(found is None, wanted is None, row)
            if wanted is not None:
                self.assertLessEqual(abs(found - wanted), 1e-15 * abs(wanted), row)
            if wanted is not None and ('terms' in row or 'over' in row):
                parts = len(row.get('terms', 'ab')) + (row['kind'] == 'running' and column > years[0])
                self.assertEqual(sum(map(rows_of, re.split(f'[{signs[row["kind"]]}]', sheet.formulas[at, column].lstrip('-')))), parts, row)
        if row.get('total') is not None:
            self.assertRegex(sheet.formulas[at, 2], rf'^SUM\(D{at + 1}:')

    def test_an_office_program_computes_the_same_statements(self):
        self.assertGreater(self.assert_recalculated(self.statement('storage.xlsx', 'all', '--initiative', 'storage')), 1000)

    def test_split(self):
        split = Workbook(self.export('plan.xlsx')).sheets['Split']
        total = split.row('Total')
        self.assertEqual(split.values(3, range(5)), ['Initiative', 'Phase one', 'Phase two', 'Total', 'Share'])
        self.assertEqual(split.values(split.row('Energy storage'), range(4)), ['Energy storage', 1.2e9, 8e8, 2e9])
        self.assertEqual(split.values(total, range(5)), ['Total', 3.12e9, 2.08e9, 5.2e9, 1])
        self.assertEqual(split.values(total + 1, range(3)), ['Share', 0.6, 0.4])
        self.assertEqual(split.formulas[total, 3], 'SUM(D5:D7)')
        self.assertEqual(split.formulas[5, 4], 'D6/D8')

    def test_parts_add_up(self):
        book = Workbook(self.export('plan.xlsx'))
        projected = self.project()
        years = range(3, 3 + len(projected['years']))
        for sheet, level, names in (('By initiative', 'initiatives', {'Smart mining machinery': 'mining', 'Energy storage': 'storage', 'Zero-carbon park': 'park'}),
                                    ('By phase', 'phases', {'Phase one': 'phase-1', 'Phase two': 'phase-2'})):
            for title, series in (('Output value', 'output-value'), ('Sales', 'revenue'), ('Tax', 'tax'), ('Investment', 'investment')):
                block = book.sheets[sheet].row(title)
                for name, part in names.items():
                    for found, wanted in zip(book.sheets[sheet].values(book.sheets[sheet].row(name, block), years), projected['series'][series][level][part]):
                        self.assert_near(found, wanted)
                total = book.sheets[sheet].row('Total', block)
                for column, wanted in zip(years, projected['series'][series]['plan']):
                    self.assert_near(book.sheets[sheet].cells[total, column], wanted)
                    self.assertTrue(book.sheets[sheet].formulas[total, column].startswith('SUM('))

    def test_lists(self):
        book = Workbook(self.export('plan.xlsx'))
        projected = self.project()
        indicators = book.sheets['Indicators']
        rows = {name: row for row, name in indicators.column(4).items()}
        for name, wanted in projected['indicators']['plan'].items():
            if name == 'levelised-cost':
                continue
            found = indicators.cells[rows[name], 1]
            self.assertTrue(found == 'none' if wanted is None else abs(found - wanted) <= 1e-15 * abs(wanted), (name, found, wanted))
            self.assertTrue(indicators.cells[rows[name], 3], name)
        targets = book.sheets['Targets']
        self.assertEqual([targets.cells[4 + n, 1] for n in range(len(projected['targets']))], [float(f'{target["value"]:.16g}') for target in projected['targets']])
        self.assertEqual([targets.cells[4 + n, 5] for n in range(len(projected['targets']))], ['met' if target['met'] else 'missed' for target in projected['targets']])
        assumptions = {row[5]: row for row in (book.sheets['Assumptions'].values(n, range(7)) for n in book.sheets['Assumptions'].column(5))}
        self.assertEqual(assumptions['discount-rate'][:5], ['Plan', 'Discount rate', 0.08, 'share a year', 'assumed'])
        self.assertIn('benchmark', assumptions['discount-rate'][6])
        self.assertEqual(assumptions['initiatives.storage.investment.phase-1'][:3], ['Energy storage', 'Investment, Phase one', 1.2e9])
        self.assertEqual(assumptions['phases.phase-1.start'][2], '2021-08')

    def test_a_target_is_missed(self):
        targets = Workbook(self.export('plan.xlsx', '--set', 'targets.tax.at-least=9e9')).sheets['Targets']
        self.assertEqual(targets.values(targets.row('Tax'), (3, 5)), [9e9, 'missed'])

    def test_charts_show_cells(self):
        """Native charts: of ranges that hold what they are named for, with the values beside them for programs that compute nothing, in the initiatives' colours."""
        book = Workbook(self.export('plan.xlsx'))
        charts = book.charts()
        self.assertEqual(len(charts), 7)
        for chart in charts:
            for series in re.findall(r'<c:ser>.*?</c:ser>', chart):
                sheet, name = re.search(r"<c:tx>.*?<c:f>'?([^'!]+)'?!\$A\$(\d+)</c:f>", series).groups()
                first, row, last = re.search(r'<c:val>.*?!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$\d+</c:f>', series).groups()
                self.assertEqual(name, row)
                columns = range(column_number(first), column_number(last) + 1)
                cached = [float(value) for value in re.findall(r'<c:v>([^<]+)</c:v>', re.search(r'<c:val>.*?</c:val>', series).group())]
                self.assertEqual(len(columns), 20)
                for value, cell in zip(cached, book.sheets[sheet].values(int(row) - 1, columns), strict=True):
                    self.assert_near(value, cell)
            etree.fromstring(chart)
        cash = charts[-1]
        self.assertEqual(re.findall('<c:(barChart|lineChart|ser)>', cash), ['barChart', 'ser', 'lineChart', 'ser'])
        self.assertEqual(re.findall(r'<c:axId val="(\d+)"', cash)[:2], re.findall(r'<c:axId val="(\d+)"', cash)[2:4])

    def test_charts_have_the_colours_of_initiatives(self):
        def change(plan):
            for initiative, colour in zip(plan['initiatives'], ('#123456', '#abcdef', '#fedcba')):
                initiative['colour'] = colour
        for chart in Workbook(self.export('plan.xlsx', plan=self.plan(change))).charts()[:4]:
            self.assertEqual(re.findall(r'<c:spPr><a:solidFill><a:srgbClr val="(\w+)"', chart), ['123456', 'ABCDEF', 'FEDCBA'])

    def test_the_same_plan_gives_the_same_bytes(self):
        first, second = self.export('first.xlsx'), self.export('second.xlsx', TZ='Asia/Shanghai')
        self.assertEqual(first.read_bytes(), second.read_bytes())
        book = Workbook(first)
        self.assertEqual(book.dates, {(1980, 1, 1, 0, 0, 0)})
        self.assertEqual(set(re.findall(r'\d{4}-\d\d-\d\dT', book.parts['docProps/core.xml'].decode())), {'1980-01-01T'})

    def test_names_are_texts(self):
        """Whatever somebody calls a thing is no formula, and opens."""
        names = ['=1+1', '+HYPERLINK("http://x")', '@SUM(A1)', '-2', 'Say "no"\'s <&> \x01', ',;\t', '名' * 300]

        def change(plan):
            for n, name in enumerate(names):
                plan['initiatives'].append({**plan['initiatives'][0], 'id': f'more-{n}', 'name': name})
            plan['name'] = '=cmd|" /C calc"!A0'
        path = self.export('plan.xlsx', plan=self.plan(change))
        book, opened = Workbook(path), Workbook(self.convert(path))
        for sheet in (book.sheets['Split'], opened.sheets['Split']):
            self.assertEqual(sheet.cells[0, 0], '=cmd|" /C calc"!A0')
            for n in (0, 1, 2, 3, 5, 6):
                self.assertEqual(sheet.cells[7 + n, 0], names[n])
            self.assertTrue(sheet.cells[11, 0].startswith('Say "no"\'s <&> '))
            self.assertNotIn(0, {column for row, column in sheet.formulas})

    def test_many_initiatives(self):
        """A thousand: the charts show the largest, and the others together are what is left of the sum."""
        def change(plan):
            for n in range(997):
                plan['initiatives'].append({**plan['initiatives'][n % 3], 'id': f'more-{n}', 'name': f'More {n}',
                                            'investment': {'phase-1': 1e6 * (n % 7), 'phase-2': 0}})
        book = Workbook(self.export('plan.xlsx', plan=self.plan(change)))
        parts = book.sheets['By initiative']
        block = parts.row('Sales')
        total, others = parts.row('Total', block), parts.row('989 others', block)
        shown = [int(row) for row in re.findall(r"<c:tx>.*?'By initiative'!\$A\$(\d+)</c:f>", book.charts()[1])]
        self.assertEqual(len(shown), 12)
        self.assertEqual(shown[-1], others + 1)
        self.assertEqual(total - block, 1001)
        for column in range(3, 23):
            self.assert_near(sum(parts.cells[row - 1, column] for row in shown), parts.cells[total, column])
        self.assertEqual(sorted(parts.cells[row - 1, 2] for row in shown[:-1]), sorted(value for row, value in parts.column(2).items() if block < row < total)[-11:])

    def test_chinese(self):
        path = self.folder / 'chinese.outlay.json'
        plan, texts = (json.loads(file.read_text(encoding='utf-8')) for file in (PLAN, TEXTS))
        path.write_text(json.dumps(translated(plan, texts)), encoding='utf-8')
        book = Workbook(self.export('plan.xlsx', plan=path, LC_ALL='zh_CN.UTF-8'))
        self.assertEqual(list(book.sheets), ['投资拆分', '逐年', '分板块', '分期', '产品', *STATEMENTS, '指标', '目标', '假设', '图表'])
        for name in book.sheets:
            self.assertRegex(name, r'^[^\[\]:*?/\\]{1,31}$')
        self.assertIn('智能矿山装备', book.sheets['分板块'].column(0).values())
        self.assertIn('元', book.sheets['逐年'].column(1).values())
        self.assertIn('亿元', book.charts()[0])
        # A hundred million is no power of a thousand.
        self.assertIn('formatCode="0\\.00,,"', book.charts()[0])

    def test_a_plan_without_money(self):
        path = self.folder / 'small.outlay.json'
        path.write_text(json.dumps({'format': 'outlay-plan', 'version': 1, 'first-year': 2025, 'phases': [{'id': 'p', 'name': '', 'start': '2025-01'}],
                                    'initiatives': [{'id': 'i', 'name': '', 'design-investment': 1, 'ramp-up': [1],
                                                     'products': [{'id': 'g', 'name': '', 'unit': '', 'capacity': 0, 'price': 0}]}]}), encoding='utf-8')
        self.assertEqual(len(Workbook(self.convert(self.export('plan.xlsx', plan=path))).sheets), 20)


class Csv(Case):
    def read(self, *arguments, **options):
        data = self.export('plan.csv', *arguments, **options).read_bytes()
        self.assertTrue(data.startswith(b'\xef\xbb\xbf'))
        self.assertEqual(data.count(b'\n'), data.count(b'\r\n'))
        return list(csv.reader(data.decode('utf-8-sig').split('\r\n')[:-1], strict=True))

    def test_every_digit(self):
        rows = self.read('--scenario', 'storage-first')
        projected = self.project('--by', 'plan', '--scenario', 'storage-first')
        self.assertEqual(rows[0], ['Series', 'Unit', 'Total', *map(str, projected['years']), 'Name in files'])
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        found = {row[-1]: row for row in rows[1:]}
        for name, series in projected['series'].items():
            self.assertEqual([float(value) if value else None for value in found[name][3:-1]], series['plan'], name)

    def test_lines_are_those_of_the_sheet(self):
        yearly = Workbook(self.export('plan.xlsx')).sheets['Yearly']
        named = [value for row, value in sorted(yearly.column(0).items()) if row >= 3 and any((row, column) in yearly.cells for column in range(1, 24))]
        self.assertEqual([row[0] for row in self.read()], named)

    def test_no_text_is_a_formula(self):
        rows = self.read(plan=self.plan(lambda plan: plan.update(currency='EUR')), LC_ALL='zh_CN.UTF-8')
        for row in rows:
            self.assertNotRegex(row[0], r'^[=+\-@\t\r]')
        self.assertEqual(rows[1][1], '欧元')


class Call(Case):
    def refuse(self, *arguments):
        done = subprocess.run([CLI, 'export', PLAN, *map(str, arguments)], capture_output=True, timeout=60)
        return done.returncode, done.stderr.decode()

    def test_wrong_usage(self):
        for option in (('--report',), ('--charts', 'tax'), ('--size', '4:3'), ('--scenarios', 'base')):
            for ending in ('xlsx', 'csv'):
                path = self.folder / f'plan.{ending}'
                code, message = self.refuse('-o', path, *option)
                self.assertEqual(code, 2)
                self.assertIn('not of tables', message)
                self.assertFalse(path.exists())
        code, message = self.refuse('-o', self.folder / 'plan.ods')
        self.assertEqual(code, 2)
        self.assertIn('.xlsx', message)
        self.assertEqual(self.refuse('-o', self.folder / 'plan.xlsx', '--scenario', 'nothing')[0], 1)
        self.assertEqual(self.refuse('-o', self.folder / 'none/plan.xlsx')[0], 3)

    def test_standard_output(self):
        self.assertEqual(output(CLI, 'export', PLAN, '--format', 'xlsx', '-o', '-'), self.export('plan.xlsx').read_bytes())


if __name__ == '__main__':
    tap.main()
