# SPDX-License-Identifier: GPL-3.0-or-later
"""The charts beside the split follow it, tell what they show, and can be divided another way and taken away."""

import re
import tempfile
from pathlib import Path

import tap
from driver import outlay
from plans import SAMPLE, WindowTest, design_year, projection, sample


def assert_headed(test, program, heading, cell):
    """Numbers end where what stands above them ends."""
    above, below = program.find(type='GtkLabel', text=heading), program.find(type='GtkLabel', text=cell)
    test.assertLess(above.y, below.y)
    test.assertLess(abs(above.x + above.width - below.x - below.width), 16, heading)


class Charts(WindowTest):
    def chart(self, program, title):
        return program.find(type='OutlayChartView', label=title)

    def assert_words(self, program, title, words):
        program.find(type='OutlayChartView', label=title, description=re.compile(re.escape(words)))

    def open_menu(self, program, nth):
        program.click(program.all(type='GtkMenuButton', tooltip=re.compile('divided'))[nth])

    def test_they_follow_the_split(self):
        program = self.start(SAMPLE)
        plan = sample()
        self.assert_words(program, 'Output value', f'Total in 2028: {design_year(plan, "output-value") / 1e9:.2f}.')
        self.assert_words(program, 'Tax', f'Total in 2028: {design_year(plan, "tax") / 1e6:.0f}.')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+End')
        program.type('10.4bn')
        program.key('Return')
        for initiative in plan['initiatives']:
            initiative['investment'] = {phase: 2 * amount for phase, amount in initiative['investment'].items()}
        self.assert_words(program, 'Output value', f'Total in 2028: {design_year(plan, "output-value") / 1e9:.1f}')
        self.assert_words(program, 'Split of the investment', 'Smart mining machinery: 6.00 bn')

    def test_many_rows_make_their_chart_high(self):
        """Not the one beside it, and no picture in which thirty names lie upon each other."""
        plan = sample()
        plan['targets'] = [plan['targets'][n % 3] | {'id': f'target-{n}', 'name': f'Promise {n} of the county'} for n in range(30)]
        program = self.start(self.write('many.outlay.json', plan))
        program.key('alt+5')
        targets = program.find(type='OutlayChartView', label='Targets', height=lambda height: height > 30 * 20)
        timeline = program.find(type='OutlayChartView', label='Timeline')
        self.assertLess(timeline.height, targets.height / 2)
        self.assertGreater(timeline.height, 200)

    def read(self, program, title):
        """What a chart says of itself, where the keyboard is."""
        return self.chart(program, title).description

    def focus(self, program, title):
        """By a click that is no second one of two: never where the last one was; anew where the page had not come to rest yet."""
        def focused():
            self.clicks = getattr(self, 'clicks', 0) + 1
            program.click(self.chart(program, title), 0.03 + 0.03 * (self.clicks % 3), 0.02)
            return self.chart(program, title).focus

        program.until(focused, f'the focus on {title}')

    def test_keyboard_reads_every_value(self):
        program = self.start(SAMPLE)
        document = projection(sample(), 'base')
        self.focus(program, 'Sales')
        program.key('Home')
        program.key('Down')
        program.key('Down')
        program.key('Down')
        for year in document['years'][:8]:
            value = document['series']['revenue']['initiatives']['mining'][year - document['years'][0]]
            text = self.read(program, 'Sales')
            spoken, number, unit = re.fullmatch(r'(\d{4})\. Smart mining machinery: ([\d.]+) ?(bn|m|k)? yuan', text).groups()
            self.assertEqual(int(spoken), year)
            scale = {'bn': 1e9, 'm': 1e6, 'k': 1e3, None: 1}[unit]
            self.assertAlmostEqual(float(number) * scale, value, delta=0.005 * value)
            program.key('Right')
        program.key('End')
        self.assertTrue(self.read(program, 'Sales').startswith(f'{document["years"][-1]}. '))

    def row(self, program, title, down):
        """A row of pixels of a chart, from left to right."""
        chart = self.chart(program, title)
        return [program.pixel(*program.at(chart, across / 100, down)) for across in range(10, 70)]

    def test_a_year_is_read_across_the_charts(self):
        program = self.start(SAMPLE)
        program.move(self.chart(program, 'Tax'), 0.03, 0.02)
        before = {title: self.row(program, title, 0.2) for title in ('Output value', 'Sales', 'Tax')}
        program.move(self.chart(program, 'Sales'), 0.3, 0.7)
        for title, row in before.items():
            self.assertTrue(program.until(lambda: self.row(program, title, 0.2) != row), title)
        program.move(self.chart(program, 'Sales'), 0.03, 0.02)
        for title, row in before.items():
            self.assertTrue(program.until(lambda: self.row(program, title, 0.2) == row), title)

    def test_hidden_and_called_back(self):
        program = self.start(SAMPLE)
        self.focus(program, 'Output value')
        before = {title: self.row(program, title, 0.8) for title in ('Output value', 'Sales')}
        for key in ('Home', 'Down', 'Down', 'Down', 'space', 'Escape'):
            if key == 'Escape':
                for title, row in before.items():
                    self.assertTrue(program.until(lambda: self.row(program, title, 0.8) != row), title)
            program.key(key)
        for title, row in before.items():
            self.assertTrue(program.until(lambda: self.row(program, title, 0.8) == row), title)

    def test_what_the_keyboard_does_is_said(self):
        program = self.start(SAMPLE)
        self.focus(program, 'Output value')
        chart = {'type': 'OutlayChartView', 'label': 'Output value'}
        for keys, words in ((('Home', 'Down', 'Down', 'Down', 'Return'), 'Smart mining machinery before the others'),
                            (('Up', 'Down', 'Return'), 'All parts alike'), (('space',), 'Smart mining machinery hidden'),
                            (('space',), 'Smart mining machinery shown again'), (('plus',), '2021 to 2036'), (('0',), '2021 to 2040')):
            for key in keys:
                program.key(key)
            program.find(**chart, description=words)

    def years(self, program, title='Sales'):
        """The first and the last year that the keyboard comes to."""
        def year(key):
            program.key(key)
            return re.match(r'\d{4}', self.read(program, title))

        self.focus(program, title)
        return tuple(int(program.until(lambda key=key: year(key), 'a year that is read')[0]) for key in ('Home', 'End'))

    def test_years_are_brushed(self):
        program = self.start(SAMPLE)
        chart = self.chart(program, 'Sales')
        whole = self.years(program)
        program.drag(program.at(chart, 0.2, 0.5), program.at(chart, 0.4, 0.5))
        first, last = self.years(program)
        self.assertGreater(first, whole[0])
        self.assertLess(last, whole[1])
        self.assertEqual(self.years(program, 'Tax'), (first, last))
        program.key('0')
        self.assertEqual(self.years(program), whole)

    def test_wheel_with_control_zooms(self):
        program = self.start(SAMPLE)
        chart = self.chart(program, 'Sales')
        whole = self.years(program)
        program.hold('ctrl')
        program.scroll(chart, -2, 0.3, 0.5)
        program.let_go('ctrl')
        first, last = self.years(program)
        self.assertLess(last - first, whole[1] - whole[0])

    def test_two_fingers_zoom(self):
        """Apart, and together again, by steps: what is less than one changes nothing."""
        program = self.start(SAMPLE)
        chart = self.chart(program, 'Sales')
        whole = self.years(program)
        program.pinch(chart, 1.02)
        self.assertEqual(self.years(program), whole)
        program.pinch(chart, 1.6)
        first, last = self.years(program)
        self.assertLess(last - first, whole[1] - whole[0])
        program.pinch(chart, 0.6)
        self.assertEqual(self.years(program), whole)

    def test_data_as_a_table(self):
        program = self.start(SAMPLE)
        document = projection(sample(), 'base')
        self.open_menu(program, 1)
        program.click(type='GtkModelButton', text='Show Data…')
        program.find(type='OutlayChartDataDialog')
        program.click(tooltip='Copy the table for a spreadsheet')
        self.assertTrue(program.until(lambda: program.clipboard().decode().startswith('Year\tSmart mining machinery\t')))
        lines = [line.split('\t') for line in program.clipboard().decode().splitlines()]
        self.assertEqual([int(line[0]) for line in lines[1:]], document['years'])
        for line, value in zip(lines[1:], document['series']['revenue']['initiatives']['mining']):
            self.assertAlmostEqual(float(line[1]), value, delta=1e-5 * max(1, abs(value)))

    def test_data_is_read_in_one_unit_below_its_name(self):
        program = self.start(SAMPLE)
        self.open_menu(program, 1)
        program.click(type='GtkModelButton', text='Show Data…')
        value = projection(sample(), 'base')['series']['revenue']['initiatives']['mining'][-1]
        program.find(type='GtkLabel', text='Zero-carbon park (m yuan)')
        assert_headed(self, program, 'Smart mining machinery (bn yuan)', f'{value / 1e9:.2f}')

    def test_by_phase_and_by_kind(self):
        program = self.start(SAMPLE)
        self.open_menu(program, 2)
        program.click(type='GtkModelButton', text='By Kind of Tax')
        self.assert_words(program, 'Tax by kind', 'Income tax')
        self.open_menu(program, 0)
        program.click(type='GtkModelButton', text='By Phase')
        self.assert_words(program, 'Output value by phase', 'Phase two')
        self.open_menu(program, 0)
        program.click(type='GtkModelButton', text='By Initiative')
        self.assert_words(program, 'Output value', 'Energy storage')

    def test_copy_the_chart_that_is_shown(self):
        program = self.start(SAMPLE)
        self.open_menu(program, 0)
        program.click(type='GtkModelButton', text='By Phase')
        self.open_menu(program, 0)
        program.click(type='GtkModelButton', text='Copy')
        program.find(type='GtkLabel', text='Chart copied')
        by_phase = program.clipboard('image/svg+xml')
        self.open_menu(program, 0)
        program.click(type='GtkModelButton', text='By Initiative')
        self.open_menu(program, 0)
        program.click(type='GtkModelButton', text='Copy')
        self.assertTrue(program.until(lambda: program.clipboard('image/svg+xml') != by_phase))

    def test_copied_in_every_format(self):
        program = self.start(SAMPLE)
        self.open_menu(program, 0)
        program.click(type='GtkModelButton', text='Copy')
        program.find(type='GtkLabel', text='Chart copied')
        self.assertTrue(program.clipboard('image/png').startswith(b'\x89PNG'))
        self.assertIn(b'<svg', program.clipboard('image/svg+xml'))
        self.assertTrue(program.clipboard('application/pdf').startswith(b'%PDF'))

    def test_a_title_can_be_dragged_away(self):
        """A file manager gets a picture file, which the program takes away again at its end."""
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        program = self.start(SAMPLE, environment={'TMPDIR': str(folder)})
        found = []

        def look():
            found.extend(path for path in folder.glob('*/Sales.png') if path.read_bytes()[:4] == b'\x89PNG')

        x, y = program.at(program.find(type='GtkLabel', text='Sales'))
        program.drag((x, y), (x + 60, y + 80), during=look)
        self.assertEqual(len(found), 1)
        self.quit(program)
        self.assertFalse(found[0].exists())

    def test_export_the_chart_that_is_shown(self):
        program = self.start(SAMPLE)
        self.open_menu(program, 2)
        program.click(type='GtkModelButton', text='Export…')
        dialog = program.find(type='OutlayExportDialog')
        self.assertIsNotNone(program.look(within=dialog, type='GtkLabel', text=re.compile('^Tax')))

    def test_dark(self):
        def ground(**options):
            with outlay(self.desktop, SAMPLE, **options) as program:
                return program.pixel(*program.at(self.chart(program, 'Tax'), 0.3, 0.02))

        self.assertGreater(min(ground()), 200)
        self.assertLess(max(ground(dark=True)), 90)


class Narrow(WindowTest):
    SIZE = (480, 900)

    def test_charts_stand_below(self):
        program = self.start(SAMPLE)
        table = program.find(type='OutlaySplitTable')
        chart = program.find(type='OutlayChartView', label='Output value')
        self.assertGreater(chart.y, table.y + table.height)
        self.assertLess(chart.x + chart.width, 480)
        self.assertLess(table.x + table.width, 480)


class Narrowest(WindowTest):
    SIZE = (360, 700)

    def test_nothing_is_beside_the_window(self):
        program = self.start(SAMPLE)
        for widget in program.all(type=re.compile('^(OutlaySplitTable|GtkSwitch|GtkScrolledWindow)$')):
            self.assertLessEqual(widget.x + widget.width, 360)

    def test_nothing_is_beside_the_window_in_large_text(self):
        program = self.start(SAMPLE, text_scale=1.5)
        for widget in program.all(type=re.compile('^(AdwHeaderBar|OutlaySplitPage|GtkScrolledWindow)$')):
            self.assertLessEqual(widget.x + widget.width, 361)


class LargeText(WindowTest):
    def test_rows_enough_to_compare(self):
        plan = sample()
        park = plan['initiatives'][2]
        plan['initiatives'] += [park | {'id': f'park-{n}', 'name': f'Park {n}'} for n in range(3)]
        program = self.start(self.write('plan.json', plan), text_scale=2)
        table = program.find(type='OutlaySplitTable')
        row = program.find(role='grid-cell').height
        self.assertGreater(table.height, 5 * row)


if __name__ == '__main__':
    tap.main()
