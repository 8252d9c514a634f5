# SPDX-License-Identifier: GPL-3.0-or-later
"""One planner's day, from the first start with nothing, by pointer and keys; what he takes away is read by other programs."""

import csv
import json
import re
import shutil
import subprocess
import zipfile

import tap
from plans import WindowTest, design_year, indicators


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, check=True, text=True).stdout


class Day(WindowTest):
    def setUp(self):
        self.home = self.desktop.home(f'home-{self.id()}')
        self.path = self.home / 'my plan.outlay.json'

    def open(self, *arguments, **options):
        self.program = self.start(*arguments, home=self.home, **options)
        return self.program

    def read(self):
        return json.loads(self.path.read_text(encoding='utf-8'))

    def first_cell(self):
        self.program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.program.key('ctrl+Home')
        return self.program.find(role='grid-cell', focus=True)

    # --- the story ---

    def test_a_day(self):
        self.change_the_split()
        self.type_and_undo()
        self.save_and_reopen()
        self.take_charts_away()
        self.take_the_plan_away()
        self.take_a_statement_away()
        self.switch_scenario()
        self.quit(self.program)
        self.switch_language()
        self.crash_and_recover()

    def change_the_split(self):
        """First start: the sample, ready to be dragged."""
        program = self.open()
        program.find(type='GtkLabel', text=re.compile('^Welcome to Outlay'))
        self.assert_card(program, 'Investment: 5.20 bn')
        cell = self.first_cell()
        self.assertEqual(cell.label, 'Smart mining machinery, Phase one, 1.80 bn yuan')
        before = self.card(program, 'Output').label
        x, y = program.at(cell, 0.5)
        during = []
        program.drag((x, y), (x - cell.width // 5, y), during=lambda: during.append(program.find(type='OutlayIndicatorCard', label=re.compile('^Output')).label))
        self.assertNotEqual(during, [before], 'the output follows the hand')
        # The total is kept.
        self.assert_card(program, 'Investment: 5.20 bn')
        program.find(type='GtkLabel', text=re.compile('^Set “Smart mining machinery” in “Phase one” to 1'))

    def type_and_undo(self):
        program = self.program
        program.click(type='GtkSwitch', id='keep_total')
        self.first_cell()
        program.type('2.5bn')
        program.key('Return')
        program.key('Up')
        program.find(role='grid-cell', focus=True, label='Smart mining machinery, Phase one, 2.50 bn yuan')
        undo = program.find(type='GtkButton', id='undo_button', tooltip=re.compile('2.50 bn'))
        program.click(undo)
        program.find(type='GtkButton', id='undo_button', tooltip=lambda words: '2.50' not in words)
        program.key('ctrl+shift+z')
        program.find(type='GtkButton', id='undo_button', tooltip=re.compile('2.50 bn'))

    def save_and_reopen(self):
        program = self.program
        program.key('ctrl+s')
        program.choose_file_to_save(self.path)
        program.find(type='GtkLabel', text='Saved “my plan.outlay.json”')
        self.plan = self.read()
        self.assertEqual(self.plan['initiatives'][0]['investment']['phase-1'], 2.5e9)
        self.quit(program)
        program = self.open(self.path)
        self.assertEqual(self.first_cell().label, 'Smart mining machinery, Phase one, 2.50 bn yuan')
        self.assertIsNone(program.look(type='GtkLabel', text=re.compile('^Welcome')))
        self.assert_card(program, f'Output, 2028: {design_year(self.plan, "output-value") / 1e9:.2f} bn')
        self.assert_card(program, f'IRR: {indicators(self.plan)["irr-after-tax"] * 100:.1f} %')

    def take_charts_away(self):
        program = self.program
        for name in ('chart.png', 'chart.svg', 'chart.pdf'):
            program.click(type='GtkButton', text='_Export')
            program.find(type='OutlayExportDialog')
            program.click(type='GtkToggleButton', text=name[-3:].upper())
            program.key('alt+s')
            program.choose_file_to_save(self.home / name)
            program.find(type='GtkLabel', text='Chart saved')
            program.gone(type='OutlayExportDialog')
        self.assertEqual(run('identify', '-format', '%m %w %h', self.home / 'chart.png'), 'PNG 1920 1080')
        run('rsvg-convert', '-w', '640', '-o', self.home / 'svg.png', self.home / 'chart.svg')
        self.assertGreater(int(run('identify', '-format', '%k', self.home / 'svg.png')), 20)
        self.assertIn('2028', run('pdftotext', self.home / 'chart.pdf', '-'))

    def export(self, form, name):
        program = self.program
        program.key('ctrl+shift+e')
        dialog = program.find(type='OutlayPlanExportDialog')
        program.click(type='AdwComboRow', id='form_row')
        program.click(program.find(program.find(type='GtkPopover'), type='GtkLabel', text=form))
        program.gone(type='GtkPopover')
        program.click(program.find(dialog, id='save_button'))
        program.choose_file_to_save(self.home / name)
        program.find(type='GtkLabel', text='Plan exported')
        program.gone(type='OutlayPlanExportDialog')
        return self.home / name

    def take_the_plan_away(self):
        slides = zipfile.ZipFile(self.export('Presentation (PPTX)', 'deck.pptx'))
        self.assertIsNone(slides.testzip())
        self.assertIn('Output value', ''.join(slides.read(name).decode() for name in slides.namelist() if re.match(r'ppt/slides/slide\d+\.xml$', name)))
        self.assertGreater(int(re.search(r'Pages: +(\d+)', run('pdfinfo', self.export('Presentation (PDF)', 'deck.pdf'))).group(1)), 4)
        report = run('pdftotext', '-layout', self.export('Report (PDF)', 'report.pdf'), '-')
        self.assertIn('Smart mining machinery', report)
        self.assertIn(f'{indicators(self.plan)["irr-after-tax"] * 100:.1f} %', report)
        book = zipfile.ZipFile(self.export('Workbook (XLSX)', 'book.xlsx'))
        self.assertIsNone(book.testzip())
        with open(self.export('Yearly Table (CSV)', 'years.csv'), newline='', encoding='utf-8-sig') as file:
            rows = list(csv.reader(file))
        self.assertTrue(any('2028' in row for row in rows) or any(row and row[0] == '2028' for row in rows))

    def take_a_statement_away(self):
        program = self.program
        program.click(type='GtkListBoxRow', label='Results')
        program.click(type='GtkDropDown', id='kinds')
        program.click(program.find(program.find(type='GtkPopover'), type='GtkLabel', text='Profit and its appropriation'))
        program.find(type='OutlayStatementTable', label=re.compile('^Profit and its appropriation'))
        for name in ('profit.csv', 'profit.xlsx'):
            program.click(tooltip='Print, export and fold')
            program.click(type='GtkModelButton', text='Export…')
            program.choose_file_to_save(self.home / name)
            program.find(type='GtkLabel', text='Table exported')
        with open(self.home / 'profit.csv', newline='', encoding='utf-8-sig') as file:
            self.assertIn('2028', next(csv.reader(file)))
        self.assertIsNone(zipfile.ZipFile(self.home / 'profit.xlsx').testzip())
        self.read_sheets('book.xlsx', 'profit.xlsx')

    def read_sheets(self, *names):
        """As a spreadsheet sees them, where there is one."""
        if shutil.which('libreoffice') is None:
            return
        for name in names:
            run('libreoffice', f'-env:UserInstallation=file://{self.home}/office', '--headless', '--convert-to', 'csv', '--outdir', self.home / 'sheets', self.home / name)
            self.assertGreater((self.home / 'sheets' / name).with_suffix('.csv').stat().st_size, 100)

    def switch_scenario(self):
        program = self.program
        program.click(type='GtkListBoxRow', label='Split')
        switcher = program.find(type='OutlayScenarioSwitcher', id='scenario_switcher')
        program.click(program.find(switcher, type='GtkDropDown'))
        program.click(program.find(program.find(type='GtkPopover'), type='GtkLabel', text='Storage first'))
        program.gone(type='GtkPopover')
        self.assert_card(program, f'Output, 2028: {design_year(self.plan, "output-value", "storage-first") / 1e9:.2f} bn')
        program.find(type='GtkLabel', text=re.compile('Storage first'))

    def switch_language(self):
        program = self.open(self.path, language='zh_CN')
        program.find(type='GtkListBoxRow', label='分配')
        # Where he left it: the scenario, and his plan, which is written as he wrote it.
        program.find(type='GtkLabel', text='Storage first')
        self.assert_card(program, f'2028年产值：{design_year(self.plan, "output-value", "storage-first") / 1e8:.1f}亿')
        self.show(program, '原方案')
        self.first_cell()
        program.find(role='grid-cell', focus=True, label=re.compile('25.0亿元$'))
        program.key('F2')
        program.key('ctrl+a')
        program.paste('24亿')
        program.key('Return')
        program.find(type='GtkButton', id='undo_button', tooltip=re.compile('24.0亿'))

    def crash_and_recover(self):
        """What is done is on the disk before long; what was saved is as it was."""
        program = self.program
        journals = list(self.home.glob('.local/state/outlay/drafts/*/journal'))
        program.until(lambda: any('2400000000' in path.read_text(encoding='utf-8') for path in journals), 'the amount in the journal')
        program.crash()
        self.assertEqual(self.read(), self.plan)
        program = self.open(language='zh_CN')
        program.find(type='GtkLabel', text='已恢复未保存的更改')
        self.first_cell()
        program.find(role='grid-cell', focus=True, label=re.compile('24.0亿元$'))
        program.key('ctrl+s')
        program.find(type='GtkLabel', text=re.compile('^已保存'))
        self.assertEqual(self.read()['initiatives'][0]['investment']['phase-1'], 2.4e9)
        self.quit(program)


if __name__ == '__main__':
    tap.main()
