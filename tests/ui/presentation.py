# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of all charts, those chosen for presentations, the presentation itself, and charts that leave by the pointer."""

import re
import subprocess
import zipfile

import tap
from driver import outlay
from plans import SAMPLE, WindowTest, design_year, sample


class Presentation(WindowTest):
    def open_charts(self, *arguments):
        program = self.start(*(arguments or (SAMPLE,)))
        program.key('alt+5')
        self.page = program.find(type='OutlayChartsPage')
        return program

    def titles(self, program):
        return [view.label for view in program.all(within=self.page, type='OutlayChartView')]

    def shown(self, program):
        """The chart that is presented."""
        return program.find(within=program.find(type='OutlayPresentation'), type='OutlayChartView').label

    def test_every_chart_has_its_card(self):
        program = self.open_charts()
        self.assertTrue(program.until(lambda: 'Split of the investment' in self.titles(program) and None not in self.titles(program)))
        titles = self.titles(program)
        self.assertEqual(len(titles), len(set(titles)))
        for title in ('Output value', 'Sales', 'Tax', 'Investment'):
            self.assertIn(title, titles)

    def test_chosen_ones_are_presented_in_their_order(self):
        program = self.open_charts()
        program.click(within=self.page, type='GtkToggleButton', tooltip='Show it in presentations')
        program.key('F5')
        self.assertTrue(program.until(lambda: self.shown(program) == 'Sales'))
        program.key('Right')
        self.assertTrue(program.until(lambda: self.shown(program) == 'Tax'))
        program.key('Left')
        self.assertTrue(program.until(lambda: self.shown(program) == 'Sales'))
        program.key('Left')
        self.assertEqual(self.shown(program), 'Sales')
        program.key('Escape')
        program.gone(type='OutlayPresentation')

    def test_it_is_alive(self):
        program = self.start(SAMPLE)
        program.key('F5')
        chart = program.find(within=program.find(type='OutlayPresentation'), type='OutlayChartView')
        total = f'Total in 2028: {design_year(sample(), "output-value") / 1e9:.2f}.'
        self.assertIn(total, program.find(within=program.find(type='OutlayPresentation'), type='OutlayChartView',
                                          description=re.compile('Total')).description)
        program.move(chart, 0.5, 0.1)
        before = [program.pixel(*program.at(chart, across / 100, 0.18)) for across in range(10, 80)]
        program.move(chart, 0.5, 0.5)
        self.assertTrue(program.until(lambda: [program.pixel(*program.at(chart, across / 100, 0.18)) for across in range(10, 80)] != before))
        program.click(tooltip='Leave the presentation')
        program.gone(type='OutlayPresentation')


    def present(self):
        program = self.start(SAMPLE)
        program.key('F5')
        program.find(type='OutlayPresentation')
        return program

    def test_closed_as_any_window(self):
        program = self.present()
        program.key('ctrl+w', settle=False)
        program.gone(type='OutlayPresentation')
        program.find(type='OutlaySplitTable')

    def test_quit_as_anywhere(self):
        self.quit(self.present())


class ChartsByKeyboard(WindowTest):
    """The bullets of targets stand for every chart that has no years."""

    def to_targets(self, **options):
        program = self.start(SAMPLE, **options)
        program.key('alt+5')
        self.page = program.find(type='OutlayChartsPage')
        self.card = program.all(within=self.page, type='OutlayChartCard')[-1]
        while self.card.y + self.card.height > self.SIZE[1] - 40:
            program.scroll(self.page, 3)
            program.settle()
            self.card = program.all(within=self.page, type='OutlayChartCard')[-1]
        return program

    def test_each_step_says_something_else(self):
        program = self.to_targets()
        program.click(program.find(within=self.page, type='OutlayChartView', label='Targets'), 0.02, 0.02)
        program.key('Home')
        names = [target['name'] for target in sample()['targets']]
        for n, name in enumerate(names):
            words = program.find(within=self.page, type='OutlayChartView', label='Targets').description
            self.assertTrue(words.startswith(f'{name}: '), (name, words))
            program.key('Right' if n % 2 else 'Down')
        program.key('Home')
        program.key('Right')
        program.key('Left')
        program.find(within=self.page, type='OutlayChartView', description=re.compile(f'^{names[0]}: '))

    def test_targets_are_read_in_their_units(self):
        program = self.to_targets()
        program.click(program.find(within=self.card, type='GtkMenuButton'))
        program.click(type='GtkModelButton', text='Show Data…')
        dialog = program.find(type='OutlayChartDataDialog')
        for text in ('10.04', 'bn yuan', '14.0', '12', '%', '3,000', 'set'):
            program.find(within=dialog, type='GtkLabel', text=text)


class LargeText(WindowTest):
    def height(self, scale):
        with outlay(self.desktop, SAMPLE, text_scale=scale) as program:
            program.key('alt+5')
            return program.find(within=program.find(type='OutlayChartsPage'), type='OutlayChartCard').height

    def test_cards_have_room_for_it(self):
        self.assertGreaterEqual(self.height(1.5), 1.45 * self.height(1))


class ExportThePlan(WindowTest):
    def export(self, program, form, name):
        """Chooses a form of the dialog by its words and saves; the bytes of the file."""
        program.key('ctrl+shift+e')
        dialog = program.find(type='OutlayPlanExportDialog')
        if form is not None:
            program.click(type='AdwComboRow', id='form_row')
            popover = program.find(type='GtkPopover')
            program.click(program.find(popover, type='GtkLabel', text=form))
            program.gone(type='GtkPopover')
        program.click(program.find(dialog, id='save_button'))
        path = program.home / name
        program.choose_file_to_save(path)
        program.find(type='GtkLabel', text='Plan exported')
        program.gone(type='OutlayPlanExportDialog')
        return path

    def members(self, path):
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def test_presentation_with_the_chosen_charts(self):
        program = self.start(SAMPLE)
        members = self.members(self.export(program, None, 'deck.pptx'))
        slides = [members[name].decode() for name in sorted(members) if re.match(r'ppt/slides/slide\d+\.xml$', name)]
        titles = ' '.join(slides)
        for title in ('Output value', 'Cumulative cash flow', 'From investment to output', 'Targets'):
            self.assertIn(title, titles)
        self.assertNotIn('Sources of funds', titles)

    def test_what_was_edited_is_exported(self):
        program = self.start(SAMPLE)
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+End')
        program.type('10.4bn')
        program.key('Return')
        path = self.export(program, 'Yearly Table (CSV)', 'years.csv')
        self.assertIn('10400000000', path.read_text())

    def test_workbook(self):
        program = self.start(SAMPLE)
        members = self.members(self.export(program, 'Workbook (XLSX)', 'plan').with_name('plan.xlsx'))
        self.assertIn('xl/workbook.xml', members)

    def test_report(self):
        program = self.start(SAMPLE)
        path = self.export(program, 'Report (PDF)', 'report.pdf')
        text = subprocess.run(['pdftotext', str(path), '-'], check=True, capture_output=True, text=True).stdout
        self.assertIn('Jinchuang Energy Project', text)
        self.assertIn('Cumulative cash flow', text)


class WhilePresenting(WindowTest):
    """What happens to the plan while its charts are shown."""

    def edit(self, program, amount='10.4bn'):
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+End')
        program.type(amount)
        program.key('Return')

    def to_the_plan(self, program):
        """The keyboard goes to the window of the plan, as by the pointer on a second screen."""
        window = next(surface for surface in program.look_at_all() if surface.type == 'OutlayWindow')
        program._display.create_resource_object('window', int(window.surface)).set_input_focus(2, 0)
        program._display.sync()
        program.until(lambda: any(surface.active for surface in program.look_at_all() if surface.type == 'OutlayWindow'), 'the plan to be active')

    def assert_shown(self, program, pattern):
        program.find(within=program.find(type='OutlayPresentation'), type='OutlayChartView', description=re.compile(pattern))

    def test_undo_is_seen(self):
        program = self.start(SAMPLE)
        before = f'Total in 2028: {design_year(sample(), "output-value") / 1e9:.2f}'
        self.edit(program)
        program.key('F5')
        self.assert_shown(program, 'Total in 2028: (?!10.04)')
        self.to_the_plan(program)
        program.key('ctrl+z')
        self.assert_shown(program, before)

    def test_another_scenario_is_seen(self):
        program = self.start(SAMPLE)
        program.key('F5')
        self.assert_shown(program, f'Total in 2028: {design_year(sample(), "output-value") / 1e9:.2f}')
        self.to_the_plan(program)
        program.key('ctrl+Page_Down')
        program.key('ctrl+Page_Down')
        self.assert_shown(program, f'Total in 2028: {design_year(sample(), "output-value", "storage-first") / 1e9:.2f}')

    def test_the_plan_is_closed(self):
        program = self.start(SAMPLE)
        program.key('F5')
        program.find(type='OutlayPresentation')
        self.to_the_plan(program)
        program.key('ctrl+w', settle=False)
        self.assertEqual(program.wait_for_end(), 0)

    def test_quit_with_what_is_not_saved(self):
        program = self.start(self.write('plan.outlay.json', sample()))
        self.edit(program)
        program.key('F5')
        program.find(type='OutlayPresentation')
        program.key('ctrl+q')
        program.gone(type='OutlayPresentation')
        program.find(type='GtkLabel', text='Save Changes?')
        program.key('Escape')
        program.gone(type='AdwAlertDialog')
        program.key('F5')
        program.find(type='OutlayPresentation')

    def test_undo_on_the_page_of_charts(self):
        program = self.start(SAMPLE)
        before = f'Total in 2028: {design_year(sample(), "output-value") / 1e9:.2f}'
        self.edit(program)
        program.key('alt+5')
        page = program.find(type='OutlayChartsPage')
        program.find(within=page, type='OutlayChartView', label='Output value', description=re.compile('Total in 2028: (?!10.04)'))
        program.key('ctrl+z')
        program.find(within=page, type='OutlayChartView', label='Output value', description=re.compile(before))
        program.key('ctrl+shift+z')
        program.find(within=page, type='OutlayChartView', label='Output value', description=re.compile('Total in 2028: (?!10.04)'))


class ExportThatFails(WindowTest):
    def begin(self, program, path):
        program.key('ctrl+shift+e')
        dialog = program.find(type='OutlayPlanExportDialog')
        program.click(type='AdwComboRow', id='form_row')
        program.click(program.find(program.find(type='GtkPopover'), type='GtkLabel', text='Report (PDF)'))
        program.gone(type='GtkPopover')
        program.click(program.find(dialog, id='save_button'))
        program.choose_file_to_save(path)

    def test_into_a_folder_that_takes_nothing(self):
        program = self.start(SAMPLE)
        self.begin(program, '/proc/report.pdf')
        program.find(type='GtkLabel', text='The Plan Was Not Exported')
        program.find(type='GtkLabel', text=re.compile('“report.pdf” could not be saved; what was there before is unchanged. .*[Cc]hoose'))
        program.key('Escape')
        program.gone(type='AdwAlertDialog')
        program.click(program.find(program.find(type='OutlayPlanExportDialog'), id='save_button', sensitive=True))
        program.choose_file_to_save(program.home / 'report.pdf')
        program.find(type='GtkLabel', text='Plan exported')

    def test_cancelled(self):
        program = self.start(SAMPLE)
        path = program.home / 'report.pdf'
        self.begin(program, path)
        program.key('Escape')
        program.gone(type='OutlayPlanExportDialog')
        self.assertEqual([text for text in program.texts() if 'Not Exported' in text], [])


if __name__ == '__main__':
    tap.main()
