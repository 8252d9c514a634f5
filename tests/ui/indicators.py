# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators on the Results page: their definitions, hurdles, rates and scopes."""

import re

import tap
from plans import projection, sample
from results import INDICATORS, Results


def late_works():
    """The Jinchuang plan with works at its end that cost more than they leave: the cash flow changes its sign more than once."""
    plan = sample()
    plan['phases'][1] |= {'start': '2038-01', 'build-months': 12}
    plan['assets'] |= {'building-life': 1, 'equipment-life': 1, 'intangible-life': 1}
    plan['initiatives'][0]['products'][0]['price'] *= 1.5
    plan['initiatives'][2]['investment']['phase-2'] = 35e9
    plan['initiatives'][2]['design-investment'] = 1e13
    return plan


class Indicators(Results):
    def test_all_of_them(self):
        program = self.open()
        document = projection(sample())['indicators']
        head, rows = self.table(program)
        self.assertEqual(head[1:], ['Plan', 'Hurdle', 'Smart mining machinery', 'Energy storage', 'Zero-carbon park'])
        values = [row for row in rows.values() if any(row)]
        self.assertEqual(len(values), 27)
        for name, indicator in (('NPV after tax', 'npv-after-tax'), ('IRR of equity', 'irr-equity'), ('Discounted payback', 'payback-discounted'),
                                ('Return on equity', 'roe'), ('Mean debt service cover', 'dscr-mean'), ('Tax per mu', 'tax-per-mu'),
                                ('Break-even utilisation', 'break-even-utilisation'), ('Jobs in the design year', 'jobs')):
            self.assertAlmostEqual(float(rows[name][0]) / document['plan'][indicator], 1, 9, name)
            self.assertAlmostEqual(float(rows[name][3]) / document['initiatives']['storage'][indicator], 1, 9, name)

    def go_to(self, program, name, column='Plan'):
        self.to_table(program)
        for _ in range(40):
            if self.cell(program).split(', ')[0].split(':')[0] == name:
                break
            program.key('Down')
        for _ in range({'Plan': 0, 'Hurdle': 1, 'Smart mining machinery': 2, 'Energy storage': 3}[column]):
            program.key('Right')
        return self.cell(program)

    def test_hurdles(self):
        program = self.open()
        self.assertEqual(self.go_to(program, 'IRR after tax'), 'IRR after tax, Plan: 14.0 %, ≥ 12 %, target met')
        self.assertEqual(self.go_to(program, 'Construction investment', 'Energy storage'),
                         'Construction investment, Energy storage: 2.00 bn yuan, ≤ 2 bn, target met')

    def test_a_definition_with_the_plans_own_inputs(self):
        program = self.open()
        self.go_to(program, 'IRR after tax')
        program.key('space')
        popover = program.find(type='GtkPopover', label='IRR after tax, Plan')
        program.find(within=popover, type='GtkLabel', text=re.compile('discount rate at which the NPV of the cash flow after tax is zero'))
        program.find(within=popover, type='GtkLabel', text='Discount rate')
        program.find(within=popover, type='GtkLabel', text='8.0 %')
        program.find(within=popover, type='GtkLabel', text='at the end of the year')
        program.click(within=popover, type='GtkButton', label='NPV after tax: 2.67 bn yuan')
        self.assertEqual(self.cell(program), 'NPV after tax, Plan: 2.67 bn yuan')

    def test_none_says_why(self):
        program = self.open()
        self.assertEqual(self.go_to(program, 'Levelised cost'), 'Levelised cost, Plan: –')
        program.key('space')
        popover = program.find(type='GtkPopover', label='Levelised cost, Plan')
        program.find(within=popover, type='GtkLabel', text=re.compile('It exists of an initiative with exactly one product'))

    def test_all_rates_of_several_and_the_chart_beside_them(self):
        plan = late_works()
        roots = projection(plan)['indicators']['plan']['irr-after-tax']
        self.assertEqual(len(roots), 3)
        words = ' / '.join(f'{100 * root:.1f} %'.replace('-', '−') for root in roots)
        program = self.open(plan=self.write('late.outlay.json', plan))
        self.assertEqual(self.go_to(program, 'IRR after tax'), f'IRR after tax, Plan: not unique: {words}, ≥ 12 %, target missed')
        chart = program.find(type='OutlayChartView', label='NPV by discount rate')
        for root in words.split(' / ')[1:]:
            self.assertIn(root, chart.description)

    def test_of_one_initiative(self):
        program = self.open()
        self.choose_scope(program, 'zero', 'Zero-carbon park')
        head, rows = self.table(program)
        self.assertEqual(head[1:], ['Plan', 'Hurdle', 'Zero-carbon park'])
        self.assertAlmostEqual(float(rows['NPV after tax'][2]) / projection(sample())['indicators']['initiatives']['park']['npv-after-tax'], 1, 9)

    def test_the_chart_is_of_what_was_chosen(self):
        program = self.open()
        rate = projection(sample())['indicators']['initiatives']['park']['irr-after-tax']
        self.choose_scope(program, 'zero', 'Zero-carbon park')
        chart = program.find(type='OutlayChartView', label='NPV by discount rate: Zero-carbon park')
        self.assertIn(f'After tax: IRR {100 * rate:.1f} %;', chart.description)
        program.find(type='GtkLabel', text='NPV by discount rate: Zero-carbon park')

    def test_names_follow_a_new_one(self):
        program = self.open()
        self.choose_scope(program, 'zero', 'Zero-carbon park')
        program.key('alt+2')
        program.click(type='GtkLabel', text='Zero-carbon park', within=program.find(type='OutlayAssumptionScopes'))
        program.click(type='GtkEntry', label=re.compile('^Name'))
        program.key('ctrl+a')
        program.type('Green park')
        program.key('Return')
        program.key('alt+4')
        program.find(within=program.find(type='GtkDropDown', id='scopes'), type='GtkLabel', text='Green park')
        program.click(type='GtkDropDown', id='scopes')
        program.find(within=program.find(type='GtkPopover'), type='GtkLabel', text='Green park')


if __name__ == '__main__':
    tap.main()
