# SPDX-License-Identifier: GPL-3.0-or-later
"""Phases are laid in time as planners do: bars are dragged and stretched, delays pulled out, ramp-ups shaped, and all figures follow."""

import re

import tap
from plans import WindowTest, design_year, indicators, sample

YEARS = 20
FIRST = 12 * 2021


def month(text):
    """Months since year 0 of "2023-08"."""
    year, number = text.split('-')
    return 12 * int(year) + int(number) - 1


def with_phase(phase, **changes):
    """The Jinchuang plan with other dates of a phase."""
    plan = sample()
    plan['phases'][phase] |= {name.replace('_', '-'): value for name, value in changes.items()}
    return plan


class TimelineTest(WindowTest):
    """Hands and eyes for the bars of phases and the points of ramp-ups."""

    SIZE = (1360, 1000)

    def open(self, plan=None, **options):
        self.path = self.write('plan.json', plan or sample())
        program = self.start(self.path, **options)
        program.key('alt+3')
        self.program = program
        self.bars = program.find(type='OutlayPhaseBars')
        self.left = min(164, self.bars.width * 0.26)
        return program

    def at(self, phase, when):
        """Where a month of a phase's bar is on the screen."""
        x, y = self.program.at(self.bars, 0, 0)
        return x + self.left + (when - FIRST) * self.month_width(), y + 40 + 9 + 11 + phase * 56

    def month_width(self):
        return (self.bars.width - 14 - self.left) / (12 * YEARS)

    def pull(self, phase, when, months, during=None):
        """Takes hold of a bar at a month and moves it by so many."""
        x, y = self.at(phase, when)
        self.program.drag((round(x), round(y)), (round(x + months * self.month_width()), round(y)), during=during)

    def focused(self):
        """What a screen reader says of what has the focus."""
        return self.program.find(role='slider', focus=True).label

    def assert_plan(self, plan):
        self.assertEqual(self.saved(self.program, self.path), plan)

    def assert_output(self, plan, scenario='base'):
        """The strip shows the output that the reference projects."""
        year = indicators(plan, scenario)['design-year']
        self.assert_card(self.program, f'Output, {year}: {design_year(plan, "output-value", scenario) / 1e9:.2f} bn')

    def bubble(self):
        return self.program.find(type='GtkLabel', text=re.compile('→')).text

    def undo_tip(self):
        return self.program.find(type='GtkButton', id='undo_button').tooltip


class Bars(TimelineTest):
    def test_drag_the_start(self):
        program = self.open()
        moved = with_phase(1, start='2024-08')

        def during():
            self.assertEqual(self.bubble(), 'Aug 2024 → Apr 2026, 20 months')
            self.assert_output(moved)

        self.pull(1, month('2024-02'), 12, during)
        self.assertEqual(self.focused().split('\n')[0], 'Phase two: Aug 2024 → Apr 2026, 20 months, full Apr 2028')
        program.key('ctrl+z')
        self.assert_output(sample())
        program.key('ctrl+shift+z')
        self.assert_plan(moved)
        program.key('ctrl+h')
        program.find(type='GtkLabel', text='Start “Phase two” in Aug 2024')

    def test_stretch_the_building(self):
        self.open()
        self.pull(1, month('2025-04'), 7)
        self.assert_plan(with_phase(1, build_months=27))

    def test_pull_a_delay_out_and_push_it_back(self):
        self.open()
        x, y = self.at(0, month('2023-08'))
        self.program.drag((round(x + 14), round(y)), (round(x + 14 + 6 * self.month_width()), round(y)),
                          during=lambda: self.assertEqual(self.bubble(), 'Aug 2021 → Feb 2024, 24 months + 6 months of delay'))
        self.assert_output(with_phase(0, delay_months=6))
        self.pull(0, month('2024-02'), -9)
        self.assert_plan(sample())

    def test_escape_takes_a_drag_back(self):
        program = self.open()
        self.pull(1, month('2024-02'), 24, during=lambda: program.key('Escape'))
        self.assert_output(sample())
        self.assertFalse(program.find(type='GtkButton', id='undo_button').sensitive)

    def test_undo_takes_a_drag_back(self):
        program = self.open()
        self.pull(1, month('2024-02'), 24, during=lambda: program.key('ctrl+z'))
        self.assert_output(sample())
        self.assertFalse(program.find(type='GtkButton', id='redo_button').sensitive)

    def test_far_and_back_leaves_no_trace(self):
        program = self.open()
        x, y = self.at(1, month('2024-02'))
        program.drag((round(x), round(y)), (round(x + 200), round(y)), during=lambda: program.move((round(x), round(y))))
        self.assertFalse(program.find(type='GtkButton', id='undo_button').sensitive)

    def test_a_limit_is_explained(self):
        program = self.open()
        self.pull(0, month('2022-06'), -60,
                  during=lambda: program.find(type='GtkLabel', text=re.compile('2021.*\nA phase begins within the plan’s years, 2021 – 2040')))
        self.assert_plan(with_phase(0, start='2021-01'))

    def test_finer_with_shift(self):
        program = self.open()
        x, y = self.at(1, month('2025-04'))
        program.hold('shift')
        program.drag((round(x), round(y)), (round(x + 10 * self.month_width()), round(y)))
        program.let_go('shift')
        months = self.saved(self.program, self.path)['phases'][1]['build-months']
        self.assertAlmostEqual(months, 21, delta=0.15)
        self.assertEqual(months, round(months, 1))

    def test_a_double_click_opens_the_dates(self):
        program = self.open()
        x, y = self.at(1, month('2024-02'))
        program.click((round(x), round(y)), count=2)
        program.find(type='GtkEntry', label='Start')


class Keys(TimelineTest):
    def to_bars(self):
        self.program.click(type='OutlayPhaseBars', across=0.05, down=0.05)
        for _ in range(20):
            cell = next((w for w in self.program.all(role='slider', focus=True)), None)
            if cell is not None and cell.label.startswith('Phase'):
                return
            self.program.key('Tab')
        raise AssertionError('the focus never came to the phases')

    def test_months_years_and_limits(self):
        program = self.open()
        self.to_bars()
        self.assertEqual(self.focused(), 'Phase one: Aug 2021 → Aug 2023, 24 months, full Aug 2025')
        program.key('Tab')
        program.key('Right')
        program.key('Page_Down')
        program.key('shift+Left')
        program.key('ctrl+Right')
        self.assertEqual(self.focused(), 'Phase two: Sep 2024 → May 2026, 19 months + 1 month of delay, full May 2028')
        program.key('ctrl+Left')
        program.key('ctrl+Left')
        program.find(type='GtkLabel', text=re.compile('A delay is 0–600 months'))
        self.assert_plan(with_phase(1, start='2024-09', build_months=19))

    def test_exact_dates_are_typed(self):
        program = self.open()
        self.to_bars()
        program.key('Return')
        program.key('ctrl+a')
        program.type('13/2022')
        program.key('Return')
        program.find(type='GtkLabel', text=re.compile('is not a month'))
        self.assertEqual(program.find(type='GtkEntry', label='Start').text, '13/2022')
        program.key('ctrl+a')
        program.type('Mar 2022')
        program.key('Tab')
        program.key('ctrl+a')
        program.type('1.5 years')
        program.key('Return')
        program.gone(type='GtkEntry', label='Start')
        self.assert_plan(with_phase(0, start='2022-03', build_months=18))
        program.key('ctrl+z')
        self.assert_output(sample())

    def test_what_is_typed_is_not_lost(self):
        program = self.open()
        self.to_bars()
        program.key('Return')
        program.key('ctrl+a')
        program.type('2022-xx')
        program.click(type='OutlayPhaseBars', across=0.9, down=0.9)
        self.assertEqual(program.find(type='GtkEntry', label='Start').text, '2022-xx')
        program.key('Escape')
        program.gone(type='GtkEntry', label='Start')
        self.assertFalse(program.find(type='GtkButton', id='undo_button').sensitive)


class Texts(TimelineTest):
    def texts(self):
        self.program.drawn()
        self.program.move(type='OutlayPhaseBars', across=0.5, down=0.3)
        self.program.move(type='OutlayPhaseBars', across=0.01, down=0.99)
        return {text for text, _ in self.program.drawn()}

    def test_works_behind_the_calendar_have_their_dates(self):
        self.open(with_phase(1, start='2040-12'))
        self.assertIn('Dec 2040 → Aug 2042', self.texts())


class Scenarios(TimelineTest):
    def test_a_scenario_is_changed_and_returned(self):
        plan = sample()
        plan['scenarios'].append({'id': 'later', 'name': 'Later'})
        program = self.open(plan)
        program.key('ctrl+Page_Up')
        program.find(type='GtkLabel', text='edits “Later” (• changed in it)')
        self.pull(1, month('2024-02'), 12)
        changed = self.saved(self.program, self.path)
        self.assertEqual(changed['phases'], plan['phases'])
        self.assertEqual(changed['scenarios'][-1]['changes'], {'phases.phase-2.start': '2024-08'})
        self.assertEqual(self.focused().split('\n')[1], 'Start is changed here; in the plan: Aug 2023')
        x, y = self.at(1, month('2024-08'))
        program.click((round(x), round(y - 11)))
        self.assertNotIn('changed here', self.focused())
        self.assert_plan(plan)


class RampUps(TimelineTest):
    def point(self, year, n=3):
        """Where the middle of a year is."""
        curve = self.program.find(type='OutlayRampCurve')
        shares = sample()['initiatives'][0]['ramp-up']
        x, y = self.program.at(curve, 0, 0)
        height = curve.height - 26 - 20
        return round(x + 50 + (curve.width - 50 - 12) * (year + 0.5) / (n + 1)), round(y + 26 + height * (1 - shares[year] / 1.2)), height

    def open(self, plan=None, **options):
        program = super().open(plan, **options)
        program.scroll(type='OutlayChartCard', clicks=30)
        return program

    def with_shares(self, shares):
        plan = sample()
        plan['initiatives'][0]['ramp-up'] = shares
        return plan

    def test_drag_a_point(self):
        program = self.open()
        x, y, height = self.point(0)
        program.drag((x, y), (x, round(y - height * 0.2 / 1.2)), during=lambda: program.find(type='GtkLabel', text=re.compile('^Year 1: (69|70|71) %$')))
        first = self.saved(self.program, self.path)['initiatives'][0]['ramp-up'][0]
        self.assertAlmostEqual(first, 0.7, delta=0.011)
        program.key('ctrl+h')
        program.find(type='GtkLabel', text=re.compile(f'^Let year 1 of “.*” reach {round(first * 100)} %$'))

    def test_keys(self):
        program = self.open()
        x, y, _ = self.point(1)
        program.click((x, y))
        self.assertEqual(self.focused(), 'Year 2: 85 %')
        for key in ('Up', 'Page_Down', 'shift+Up', 'Left', 'Down'):
            program.key(key)
        self.assert_plan(self.with_shares([0.49, 0.761, 1]))
        for _ in range(9):
            program.key('Page_Down')
        program.find(type='GtkLabel', text=re.compile('A share lies between 0 and 200 %'))

    def test_years_come_and_go(self):
        program = self.open()
        program.click(type='GtkButton', label='Add a year')
        self.assert_plan(self.with_shares([0.5, 0.85, 1, 1]))
        for _ in range(2):
            program.click(type='GtkButton', label='Take the last year away')
        self.assert_plan(self.with_shares([0.5, 0.85]))
        program.key('ctrl+z')
        program.key('ctrl+z')
        program.key('ctrl+z')
        self.assert_plan(sample())

    def test_a_year_that_a_scenario_needs_stays(self):
        plan = sample()
        plan['scenarios'].append({'id': 'slow', 'name': 'Slow', 'changes': {f'initiatives.{plan["initiatives"][0]["id"]}.ramp-up.3': 0.9}})
        program = self.open(plan)
        program.click(type='GtkButton', label='Take the last year away')
        program.find(type='GtkLabel', text=re.compile('ramp-up'))
        self.assertFalse(program.find(type='GtkButton', id='undo_button').sensitive)


if __name__ == '__main__':
    tap.main()
