# SPDX-License-Identifier: GPL-3.0-or-later
"""The statements and indicators: chosen, folded, copied and explained by hand and by keys, the same figures as anywhere, following every edit."""

import csv
import re
import subprocess
import zipfile

import tap
from plans import SAMPLE, WindowTest, projection, sample

INDICATORS = 'Indicators'
CASH_FLOW = 'Project cash flow'
PROFIT = 'Profit and its appropriation'
REVENUE = 'Revenue, taxes, surcharges'
BALANCE = 'Balance sheet'
LOANS = 'Loans and their repayment'


class Results(WindowTest):
    SIZE = (1500, 1000)

    def open(self, kind=None, plan=SAMPLE, **options):
        program = self.start(plan, **options)
        program.key('alt+4')
        program.find(type='OutlayStatementTable')
        if kind is not None:
            self.choose(program, kind)
        return program

    def choose(self, program, kind):
        program.click(type='GtkDropDown', id='kinds')
        program.click(program.find(type='GtkLabel', text=kind, within=program.find(type='GtkPopover')))
        program.find(type='OutlayStatementTable', label=re.compile(f'^{kind},'))

    def choose_scope(self, program, text, name):
        """Types some of a name into the list and takes the first that it finds."""
        program.click(type='GtkDropDown', id='scopes')
        program.until(lambda: program.look(type='GtkText', focus=True), 'the search to have the focus')
        program.type(text)
        program.until(lambda: len(program.all(type='GtkListItemWidget', within=program.find(type='GtkPopover'))) == 1, 'one name to be left')
        program.click(type='GtkLabel', text=name, within=program.find(type='GtkPopover'))
        program.find(type='OutlayStatementTable', label=re.compile(f', {re.escape(name)}(,|$)'))

    def to_table(self, program):
        """Puts the cursor into the upper left figure."""
        program.click(type='OutlayStatementTable', across=0.6, down=0.5)
        program.key('ctrl+Home')

    def cell(self, program):
        return program.find(type='OutlaySplitCell', focus=True).label

    def copied(self, program):
        program.find(type='GtkLabel', text='Table copied: paste it into a spreadsheet')
        return [line.split('\t') for line in program.clipboard().decode().splitlines()]

    def table(self, program):
        """The whole table: its head, and its rows by their names without numbers and units."""
        program.click(type='GtkButton', tooltip='Copy the table for a spreadsheet')
        head, *rows = self.copied(program)
        return head, {re.sub(r'^[\d.]+ | \([^)]*\)$', '', name): cells for name, *cells in rows}

    def assert_row(self, cells, values, year=0):
        """The years of a row, behind the total, from the first on."""
        self.assertEqual(len(cells) - 1, len(values))
        for cell, value in zip(cells[1:], values):
            self.assertAlmostEqual(float(cell), value, delta=1e-6 * max(1, max(map(abs, values))))


class Pages(Results):
    def test_by_pointer_and_by_keyboard(self):
        program = self.open_page('Results', 4, 'OutlayResultsPage')
        program.find(type='OutlayStatementTable', label='Indicators, Jinchuang Energy Project')

    def test_every_statement_can_be_chosen_by_keys(self):
        program = self.open()
        titles = set()
        for kind in range(1, 12):
            before = program.find(type='OutlayStatementTable').label
            program.click(type='GtkDropDown', id='kinds')
            program.key('Home')
            for _ in range(kind):
                program.key('Down')
            program.key('Return')
            program.until(lambda: program.find(type='OutlayStatementTable').label != before)
            titles.add(program.find(type='OutlayStatementTable').label)
        self.assertEqual(len(titles), 11)
        # The list shows the last of them without being scrolled.
        program.click(type='GtkDropDown', id='kinds')
        popover = program.find(type='GtkPopover')
        last = program.find(type='GtkLabel', text='Tax by kind', within=popover)
        self.assertLess(program.at(last, down=1)[1], program.at(popover, down=1)[1])
        program.key('Escape')
        self.assertIn('Balance sheet, Jinchuang Energy Project, m yuan', titles)


class Figures(Results):
    def test_they_are_those_of_the_model(self):
        program = self.open(PROFIT)
        document = projection(sample())
        head, rows = self.table(program)
        self.assertEqual(head[1:], ['Total', *map(str, document['years'])])
        for name, series in (('Revenue', 'revenue'), ('Operating cost', 'operating-cost'), ('Income tax', 'income-tax'), ('Net profit', 'net-profit')):
            self.assert_row(rows[name], document['series'][series]['plan'])
        self.assertAlmostEqual(float(rows['Net profit'][0]) / sum(document['series']['net-profit']['plan']), 1, 9)
        # Of balances a sum says nothing.
        self.assertEqual(rows['Undistributed profit at the beginning'][0], '')

    def test_of_an_initiative_and_a_phase(self):
        program = self.open(LOANS)
        series = projection(sample())['series']['loan-draw']
        self.choose_scope(program, 'stor', 'Energy storage')
        self.assert_row(self.table(program)[1]['Loans drawn'], series['initiatives']['storage'])
        self.choose_scope(program, 'two', 'Phase two')
        self.assert_row(self.table(program)[1]['Loans drawn'], series['phases']['phase-2'])
        # Of a phase there is no balance sheet: it is the plan's then.
        self.choose(program, BALANCE)
        program.find(type='OutlayStatementTable', label='Balance sheet, Jinchuang Energy Project, m yuan')

    def test_revenue_is_that_of_the_parts(self):
        program = self.open(REVENUE)
        document = projection(sample())
        rows = self.table(program)[1]
        for name, initiative in (('Smart mining machinery', 'mining'), ('Energy storage', 'storage'), ('Zero-carbon park', 'park')):
            self.assert_row(rows[name], document['series']['revenue']['initiatives'][initiative])
        self.choose_scope(program, 'stor', 'Energy storage')
        # Quantities and prices come after the revenue of each product; of those of the same name the last is kept.
        rows = self.table(program)[1]
        self.assertTrue({'Large-scale storage', 'Industrial and commercial storage', 'Household storage'} < set(rows))
        self.assertFalse(any('units' in name for name in rows), list(rows))
        self.assert_row(rows['Quantity sold'], document['products']['storage']['household']['quantity-sold'])
        self.assertEqual((rows['Price'][0], float(rows['Price'][-1])), ('', 2200))

    def test_they_follow_an_edit_and_undo_and_the_scenario(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        before = self.table(program)[1]['Net cash flow after income tax']
        program.key('alt+1')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+Home')
        program.find(role='grid-cell', focus=True, label='Smart mining machinery, Phase one, 1.80 bn yuan')
        program.type('1.5bn')
        program.key('Return')
        program.key('alt+4')
        # The total is kept: the other cells take what this one gave.
        plan = sample()
        for initiative in plan['initiatives']:
            initiative['investment'] = {phase: amount * 3.7 / 3.4 for phase, amount in initiative['investment'].items()}
        plan['initiatives'][0]['investment']['phase-1'] = 1.5e9
        self.assert_row(self.table(program)[1]['Net cash flow after income tax'], projection(plan)['series']['cash-flow-after-tax']['plan'])
        program.key('ctrl+z')
        program.until(lambda: self.table(program)[1]['Net cash flow after income tax'] == before, 'the figures to be as before')
        program.key('ctrl+Next')
        program.key('ctrl+Next')
        program.find(type='GtkLabel', text='Storage first')
        self.assert_row(self.table(program)[1]['Net cash flow after income tax'],
                        projection(sample(), 'storage-first')['series']['cash-flow-after-tax']['plan'])

    def test_the_cursor_stays_where_it_is_through_an_edit(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        for key in ('Down', 'Down', 'Right', 'Right'):
            program.key(key)
        self.assertTrue(self.cell(program).startswith('Own use, 2022: '))
        program.key('ctrl+Next')
        program.find(type='GtkLabel', text='As announced')
        self.assertTrue(self.cell(program).startswith('Own use, 2022: '))


    def test_the_choice_stays_with_an_initiative_that_moves(self):
        program = self.open(PROFIT)
        self.choose_scope(program, 'stor', 'Energy storage')
        _head, before = self.table(program)
        program.key('alt+2')
        scopes = program.find(type='OutlayAssumptionScopes')
        program.click(type='GtkListItemWidget', label='Energy storage', within=scopes)
        program.until(lambda: program.look(type='GtkListItemWidget', label='Energy storage', focus=True), 'the initiative to have the focus')
        program.key('alt+Up')
        program.find(type='OutlayWindow', title='• Jinchuang Energy Project')
        program.key('alt+4')
        program.find(type='OutlayStatementTable', label=re.compile(', Energy storage(,|$)'))
        _head, after = self.table(program)
        self.assertEqual(after, before)


class Keys(Results):
    def test_arrows_and_ends(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        self.assertEqual(self.cell(program), 'Cash inflow, Total: 164 bn yuan')
        for key, start in (('Down', 'Revenue, Total'), ('Right', 'Revenue, 2021'), ('End', 'Revenue, 2040'), ('Home', 'Revenue, Total'),
                           ('ctrl+Right', 'Revenue, 2040'), ('ctrl+Home', 'Cash inflow, Total'), ('ctrl+Down', 'Discounted payback, Total'),
                           ('ctrl+Up', 'Cash inflow, Total'), ('Left', 'Cash inflow, unfolded')):
            program.key(key)
            self.assertTrue(self.cell(program).startswith(start), (key, self.cell(program)))
        program.key('Right')
        program.key('Next')
        self.assertNotIn('Cash inflow', self.cell(program))
        program.key('Prior')
        self.assertIn('Cash inflow', self.cell(program))

    def test_what_has_the_cursor_is_in_sight(self):
        program = self.open(CASH_FLOW)
        table = program.find(type='OutlayStatementTable')
        self.to_table(program)
        program.key('ctrl+End')
        program.key('ctrl+Up')
        cell = program.find(type='OutlaySplitCell', focus=True)
        self.assertGreaterEqual(cell.x, table.x)
        self.assertLessEqual(cell.x + cell.width, table.x + table.width)
        self.assertTrue(cell.label.startswith('Cash inflow, 2040'))

    def test_tab_goes_out(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        program.key('Tab')
        program.gone(type='OutlaySplitCell', focus=True)
        program.find(type='GtkButton', tooltip='How it is computed', focus=True)


class Folds(Results):
    def names(self, program):
        program.key('ctrl+a')
        program.key('ctrl+c')
        return [re.sub(r' \([^)]*\)$', '', row[0]) for row in self.copied(program)[1:]]

    def test_by_keys(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        everything = self.names(program)
        self.assertIn('1.1 Revenue', everything)
        program.key('Left')
        program.key('Left')
        self.assertEqual(self.cell(program), 'Cash inflow, folded')
        self.assertNotIn('1.1 Revenue', self.names(program))
        self.assertIn('2.3 Operating cost', self.names(program))
        program.key('Right')
        self.assertEqual(self.cell(program), 'Cash inflow, unfolded')
        self.assertEqual(self.names(program), everything)
        program.key('Down')
        program.key('Left')
        self.assertEqual(self.cell(program), 'Cash inflow, unfolded')

    def test_by_pointer_and_all(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        table = program.find(type='OutlayStatementTable')
        cell = program.find(type='OutlaySplitCell', focus=True)
        x, y = program.at(table, 0, 0)
        program.click((x + 12, program.at(cell)[1]))
        self.assertEqual(self.cell(program), 'Cash inflow, folded')
        program.click(type='GtkMenuButton', tooltip='Print, export and fold')
        program.click(type='GtkModelButton', text='Fold All Sections')
        program.gone(type='GtkModelButton')
        program.click(cell)
        self.assertFalse([name for name in self.names(program) if re.match(r'\d\.\d', name)])
        # What is folded stays so in another scenario, and another statement has its own.
        program.key('ctrl+Next')
        program.find(type='GtkLabel', text='As announced')
        self.assertFalse([name for name in self.names(program) if re.match(r'\d\.\d', name)])
        # The whole table has everything.
        self.assertIn('Revenue', self.table(program)[1])
        program.click(type='GtkMenuButton', tooltip='Print, export and fold')
        program.click(type='GtkModelButton', text='Unfold All Sections')
        program.gone(type='GtkModelButton')
        program.click(cell)
        self.assertIn('1.1 Revenue', self.names(program))


class Copies(Results):
    def test_a_range_by_keys(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        for key in ('Down', 'Right', 'Right', 'Right', 'shift+Right', 'shift+Down'):
            program.key(key)
        series = projection(sample())['series']
        program.find(type='GtkLabel', id='status', text=re.compile('^4 figures, sum 5.3. bn yuan, mean 1.33 bn yuan$'))
        program.key('ctrl+c')
        rows = self.copied(program)
        wanted = [series[name]['plan'][2:4] for name in ('revenue', 'own-use')]
        for row, values in zip(rows, wanted, strict=True):
            for cell, value in zip(row, values, strict=True):
                self.assertAlmostEqual(float(cell) / value, 1, 12)
        program.key('Escape')
        program.find(type='GtkLabel', id='status', text=re.compile('^Own use, 2024: '))

    def test_a_range_by_pointer(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        program.key('Right')
        first = program.find(type='OutlaySplitCell', focus=True)
        start = program.at(first)
        program.drag(start, (start[0] + round(2 * first.width), start[1] + round(first.height)))
        program.find(type='GtkLabel', id='status', text=re.compile('^6 figures, '))
        program.key('ctrl+c')
        self.assertEqual([len(row) for row in self.copied(program)], [3, 3])

    def test_as_a_table_for_documents(self):
        program = self.open(PROFIT)
        self.to_table(program)
        program.key('ctrl+a')
        program.key('ctrl+c')
        self.copied(program)
        html = program.clipboard('text/html').decode()
        revenue = projection(sample())['series']['revenue']['plan'][5]
        self.assertIn('<th>2026</th>', html)
        self.assertIn(f'sdval="{revenue!r}"', html)
        self.assertIn('<td>1 Revenue (yuan)</td>', html)

    def test_numbers_are_those_of_the_language(self):
        program = self.open(language='de_DE')
        program.click(type='GtkButton', tooltip='Copy the table for a spreadsheet')
        rate = next(row for row in self.copied(program) if row[0].startswith('IRR after tax'))[1]
        self.assertAlmostEqual(float(rate.replace(',', '.')), projection(sample())['indicators']['plan']['irr-after-tax'], 12)
        self.assertIn(',', rate)

    def test_export(self):
        program = self.open(PROFIT)
        program.click(type='GtkMenuButton', tooltip='Print, export and fold')
        program.click(type='GtkModelButton', text='Export…')
        path = program.home / 'profit.csv'
        program.choose_file_to_save(path)
        program.find(type='GtkLabel', text='Table exported')
        with open(path, encoding='utf-8', newline='') as file:
            head, *rows = csv.reader(file)
        self.assertEqual(head[:5], ['Number', PROFIT, 'Unit', 'Total', '2021'])
        row = next(row for row in rows if row[1] == 'Net profit')
        self.assertEqual(row[2], 'yuan')
        self.assert_row(row[3:], projection(sample())['series']['net-profit']['plan'])

    def test_an_export_says_its_scenario(self):
        program = self.open(PROFIT)
        program.key('ctrl+Page_Down')
        program.find(type='GtkLabel', text='As announced')
        program.click(type='GtkMenuButton', tooltip='Print, export and fold')
        program.click(type='GtkModelButton', text='Export…')
        path = program.home / 'profit.csv'
        program.choose_file_to_save(path)
        program.find(type='GtkLabel', text='Table exported')
        self.assertEqual(path.read_text(encoding='utf-8').split(',')[1], f'{PROFIT} – As announced')

    def test_export_as_a_workbook(self):
        program = self.open(PROFIT)
        self.choose_scope(program, 'stor', 'Energy storage')
        program.click(type='GtkMenuButton', tooltip='Print, export and fold')
        program.click(type='GtkModelButton', text='Export…')
        path = program.home / 'profit.xlsx'
        program.choose_file_to_save(path)
        program.find(type='GtkLabel', text='Table exported')
        with zipfile.ZipFile(path) as book:
            sheet = ''.join(book.read(name).decode() for name in book.namelist() if name.startswith('xl/worksheets/sheet'))
        profit = projection(sample())['series']['net-profit']['initiatives']['storage'][7]
        values = [float(value) for value in re.findall(r'<v>([-\d.eE+]+)</v>', sheet)]
        self.assertTrue([value for value in values if abs(value - profit) < 1e-6 * profit])
        self.assertIn('<f>', sheet)


    def test_print(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        program.key('ctrl+p')
        program.find(type='GtkPrintUnixDialog')
        program.click(text='Print to File')
        program.key('alt+p')
        program.gone(type='GtkPrintUnixDialog')
        path = program.home / 'output.pdf'
        program.until(lambda: path.exists() and path.read_bytes().rstrip().endswith(b'%%EOF'), 'the pages to be written')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
        self.assertEqual(text.count('2.3 Operating cost'), 3)
        self.assertTrue(all(str(year) in text for year in range(2021, 2041)))
        self.assertIn('3 / 3', text)


class Reasons(Results):
    def test_a_sum_leads_to_its_rows(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        for _ in range(4):
            program.key('Right')
        program.key('space')
        popover = program.find(type='GtkPopover', label='Cash inflow, 2024')
        program.find(within=popover, type='GtkButton', label=re.compile('^\\+ Revenue: 3.99 bn yuan$'))
        program.click(within=popover, type='GtkButton', label=re.compile('^\\+ Own use: '))
        program.gone(type='GtkPopover', label='Cash inflow, 2024')
        self.assertTrue(self.cell(program).startswith('Own use, 2024: '), self.cell(program))

    def test_a_row_of_the_model_says_how(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        program.key('Down')
        program.key('Right')
        program.key('Return')
        popover = program.find(type='GtkPopover', label='Revenue, 2021')
        program.find(within=popover, type='GtkLabel', text=re.compile('Quantity sold × price'))
        program.key('Escape')
        program.gone(type='GtkPopover', label='Revenue, 2021')
        self.assertTrue(self.cell(program).startswith('Revenue, 2021'))

    def test_a_way_into_what_is_folded(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        program.key('Left')
        program.key('Left')
        program.key('End')
        program.key('space')
        popover = program.find(type='GtkPopover', label='Cash inflow, 2040')
        program.click(within=popover, type='GtkButton', label=re.compile('^\\+ Revenue: '))
        self.assertTrue(program.find(type='OutlaySplitCell', focus=True, label=re.compile('^Revenue, 2040')))

    def test_by_pointer(self):
        program = self.open(CASH_FLOW)
        self.to_table(program)
        program.click(program.find(type='OutlaySplitCell', focus=True))
        program.find(type='GtkPopover', label='Cash inflow, Total')


class Chinese(Results):
    def test_no_english_is_left(self):
        program = self.start(language='zh_CN')
        program.key('alt+4')
        program.find(type='OutlayStatementTable', label=re.compile('^指标，'))
        for kind in range(12):
            program.click(type='GtkDropDown', id='kinds')
            program.key('Home')
            for _ in range(kind):
                program.key('Down')
            program.drawn()
            program.key('Return')
            program.settle()
            said = {text for widget in program.look_at_all() for text in (widget.text, widget.label, widget.title, widget.tooltip) if text}
            said |= {text for text, _ in program.drawn()}
            english = {text for text in said for word in re.findall('[A-Za-z]{2,}', text) if word not in ('Outlay', 'CNY', 'EBIT', 'EBITDA', 'ICR', 'DSCR')}
            self.assertEqual(english, set())


if __name__ == '__main__':
    tap.main()
