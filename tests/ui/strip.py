# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicator strip says what the plan projects, against its targets and against another scenario."""

import re

import tap
from plans import SAMPLE, WindowTest, design_year, indicators, sample


def billions(amount):
    return f'{amount / 1e9:.2f} bn'


class Strip(WindowTest):
    def test_figures_are_those_of_the_model(self):
        program = self.start(SAMPLE)
        plan = sample()
        of_plan = indicators(plan)
        year = of_plan['design-year']
        self.assert_card(program, f'Investment: {billions(of_plan["construction-investment"])}')
        self.assert_card(program, f'Output, {year}: {billions(design_year(plan, "output-value"))}')
        self.assert_card(program, f'Sales, {year}: {billions(design_year(plan, "revenue"))}')
        self.assert_card(program, f'Tax, {year}: {design_year(plan, "tax") / 1e6:.1f} m')
        self.assert_card(program, f'NPV at 8 %: {billions(of_plan["npv-after-tax"])}')
        self.assert_card(program, f'IRR: {of_plan["irr-after-tax"] * 100:.1f} %')
        self.assert_card(program, f'Payback: {of_plan["payback"]:.1f} years')

    def test_scenario_is_shown(self):
        program = self.start(SAMPLE)
        output = design_year(sample(), 'output-value', 'storage-first')
        self.assertGreater(output, 10.5e9)
        program.click(type='GtkDropDown', label='Scenario')
        program.click(type='GtkLabel', text='Storage first')
        self.assert_card(program, f'Output, 2028: {billions(output)}')
        self.assertIsNotNone(program.look(type='GtkLabel', text='Half a billion yuan moved from machinery to storage, in both phases alike.')
                             or program.find(type='GtkDropDown', label='Scenario'))

    def test_scenarios_by_keys(self):
        program = self.start(SAMPLE)
        outputs = [design_year(sample(), 'output-value', one) for one in ('base', 'as-announced', 'storage-first')]
        for output in outputs[1:]:
            program.key('ctrl+Page_Down')
            self.assert_card(program, f'Output, 2028: {billions(output)}')
        program.key('ctrl+Page_Up')
        program.key('ctrl+Page_Up')
        self.assert_card(program, f'Output, 2028: {billions(outputs[0])}')

    def test_difference_to_another_scenario(self):
        program = self.start(SAMPLE)
        self.assertNotIn(' vs ', self.card(program, 'Output').description)
        program.click(type='GtkDropDown', label='Compare with')
        program.click(type='GtkLabel', text='Storage first')
        difference = indicators(sample())['npv-after-tax'] - indicators(sample(), 'storage-first')['npv-after-tax']
        text = f'{difference / 1e9:+.2f} bn vs Storage first'.replace('-', '−')
        self.assertTrue(self.until_described(program, 'NPV', text))
        self.assertTrue(self.until_described(program, 'Investment', '±0 vs Storage first'))

    def until_described(self, program, title, text):
        return program.until(lambda: text in self.card(program, title).description, f'{title} to say {text}')

    def test_targets_met_and_missed(self):
        plan = sample()
        next(one for one in plan['targets'] if one['id'] == 'output')['at-least'] = 11e9
        program = self.start(self.write('greedy.outlay.json', plan))
        self.assertIn('promised ≥ 11 bn; target missed', self.card(program, 'Output').description)
        self.assertIn('promised ≥ 500 m; target met', self.card(program, 'Tax').description)
        self.assertIn('hurdle ≥ 12 %; target met', self.card(program, 'IRR').description)
        count = len(plan['targets'])
        program.click(type='GtkLabel', text=f'{count - 1} of {count} targets met')
        program.find(type='GtkLabel', text='≥ 11 bn')

    def test_no_value_has_its_reason(self):
        plan = sample()
        for one in plan['initiatives']:
            for product in one['products']:
                product['price'] = product['own-use-value'] = 0
        program = self.start(self.write('gift.outlay.json', plan))
        self.assertIn('no rate makes the NPV zero', self.assert_card(program, 'IRR: – ').description)
        self.assertIn('not within the plan’s years', self.assert_card(program, 'Payback: – ').description)

    def test_warnings_are_told(self):
        plan = sample()
        plan['phases'][1]['delay-months'] = 400
        program = self.start(self.write('late.outlay.json', plan))
        program.click(type='GtkLabel', text='Books balance · 1 warning')
        program.find(type='GtkLabel', text=re.compile('Phase two'))

    def test_details_are_exact(self):
        program = self.start(SAMPLE)
        tooltip = self.card(program, 'NPV').tooltip
        npv = indicators(sample())['npv-after-tax']
        self.assertTrue(tooltip.startswith(f'{npv:.2f} CNY'), tooltip)
        self.assertIn('Net present value', tooltip)

    def test_last_comparison_is_remembered(self):
        home = self.desktop.home('comparing')
        program = self.start(SAMPLE, home=home)
        program.key('ctrl+shift+Page_Down')
        self.assertTrue(self.until_described(program, 'Tax', 'vs As announced'))
        program.key('ctrl+shift+Page_Up')
        program.key('ctrl+shift+Page_Up')
        self.assertTrue(self.until_described(program, 'Tax', 'vs Phase two a year late'))
        self.quit(program)
        self.assertTrue(self.until_described(self.start(SAMPLE, home=home), 'Tax', 'vs Phase two a year late'))


class Narrow(WindowTest):
    SIZE = (620, 900)

    def test_cards_and_switchers_stay_inside(self):
        program = self.start(SAMPLE)
        cards = program.all(type='OutlayIndicatorCard')
        self.assertEqual(len(cards), 7)
        self.assertGreater(len({card.y for card in cards}), 1)
        for widget in cards + program.all(type='GtkDropDown', label=re.compile('Scenario|Compare')):
            self.assertGreaterEqual(widget.x, 0)
            self.assertLessEqual(widget.x + widget.width, 620)


if __name__ == '__main__':
    tap.main()
