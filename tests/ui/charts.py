# SPDX-License-Identifier: GPL-3.0-or-later
"""The charts beside the split follow it, tell what they show, and can be divided another way and taken away."""

import re

import tap
from driver import outlay
from plans import SAMPLE, WindowTest, design_year, projection, sample


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

    def test_tooltip_tells_the_exact_value(self):
        program = self.start(SAMPLE)
        document = projection(sample(), 'base')
        program.move(self.chart(program, 'Sales'), 0.3, 0.8)
        text = program.find(type='GtkLabel', text=re.compile('^Smart mining machinery, 20..: ')).text
        year, value = re.fullmatch(r'Smart mining machinery, (\d+): ([\d.]+) bn yuan', text).groups()
        sales = document['series']['revenue']['initiatives']['mining'][int(year) - document['years'][0]]
        self.assertEqual(value, f'{sales / 1e9:.2f}')

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
        for widget in program.all(type=re.compile('^(OutlaySplitTable|GtkSwitch|OutlayIndicatorCard)$')):
            self.assertLessEqual(widget.x + widget.width, 360)


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
