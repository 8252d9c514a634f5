#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard statements add up, whoever adds them: from the printed rows alone, by equations of this file, for the sample and for plans
that nobody would draw up."""

import functools
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / 'reference'))

import exports
import planfile
import tap
from exports import CLI, PLAN, output
from random_plan import random_plan

# "row = row + row − row", by statement; a row of another statement is named as statement.row, a series of `project` as @series.
EQUATIONS = {
    'construction-investment': '''
        construction-investment = without-vat + vat
        construction-investment = @investment
        construction-investment = buildings + equipment + intangibles
        investment = construction-investment + interest
        funds = own-funds + loans-drawn + loans-interest
        funds = investment
        loans = @loan-draw + @interest-capitalised''',
    'investment-plan': '''
        total-investment = construction-investment + interest + working-capital
        funds = equity + loans + other-funds
        funds = total-investment
        construction-investment = construction-investment.construction-investment
        loans = construction-investment.loans
        equity = financial-cash-flow.equity-injected
        working-capital = project-cash-flow.working-capital
        other-funds = earned + vat - service - dividends - cash
        other-funds = total-investment - equity - loans
        earned = loans.available
        service = loans.service
        dividends = profit.dividends
        vat = financial-cash-flow.vat-out + financial-cash-flow.vat-refund - financial-cash-flow.vat-in - financial-cash-flow.vat-payable
        cash = financial-cash-flow.net''',
    'revenue': '''
        taxes-and-surcharges = surcharges + stamp-tax + property-tax + land-tax
        vat-payable = vat-out - vat-in + vat-credit + vat-refund
        vat-payable = @vat-payable
        vat-in = vat-purchases + vat-works
        vat-in = @vat-in
        vat-works = construction-investment.vat
        vat-credit = project-cash-flow.vat-credit''',
    'total-cost': '''
        other = research + other-cost
        operating-cost = materials + energy + wages + repairs + research + other-cost
        total-cost = operating-cost + depreciation + amortisation + interest
        total-cost = variable-cost + fixed-cost
        variable-cost = materials + energy + research + other-cost
        operating-cost = @operating-cost
        depreciation = @depreciation - @amortisation''',
    'project-cash-flow': '''
        inflow = revenue + own-use + subsidy + assets-recovered + working-capital-recovered
        outflow = construction-investment + working-capital + operating-cost + taxes-and-surcharges + vat-credit
        before-tax = inflow - outflow
        after-tax = before-tax - adjusted-income-tax
        before-tax = @cash-flow-before-tax
        after-tax = @cash-flow-after-tax
        taxes-and-surcharges = revenue.taxes-and-surcharges
        construction-investment = construction-investment.without-vat
        operating-cost = total-cost.operating-cost''',
    'equity-cash-flow': '''
        inflow = revenue + own-use + subsidy + assets-recovered + working-capital-recovered
        outflow = own-funds + working-capital + principal + interest + operating-cost + taxes-and-surcharges + vat-credit + income-tax + loans-settled
        equity-funds = own-funds + working-capital
        own-funds = project-cash-flow.construction-investment - loans.draw
        net = inflow - outflow
        net = @equity-cash-flow
        principal = loans.principal
        interest = loans.interest''',
    'profit': '''
        total-cost = operating-cost + depreciation + amortisation + interest
        total-cost = total-cost.total-cost
        profit = revenue + own-use - taxes-and-surcharges - total-cost + subsidy
        net-profit = profit - income-tax
        distributable = net-profit + undistributed-opening
        distributable-to-owners = distributable - statutory-reserve
        undistributed = distributable-to-owners - dividends
        undistributed = balance-sheet.undistributed
        ebit = profit + interest
        ebitda = ebit + depreciation + amortisation
        ebit = @ebit
        net-profit = @net-profit
        taxes-and-surcharges = project-cash-flow.taxes-and-surcharges''',
    'financial-cash-flow': '''
        operating = operating-inflow - operating-outflow
        operating-inflow = revenue + own-use + vat-out + subsidy + vat-refund
        operating-outflow = operating-cost + vat-in + taxes-and-surcharges + vat-payable + income-tax
        vat-out = revenue.vat-out
        vat-in = revenue.vat-purchases
        vat-payable = tax.vat-payable
        investing = 0 - construction-investment - working-capital
        construction-investment = investment-plan.construction-investment
        financing = equity-injected + loans-drawn - interest - principal - dividends
        financing = financing-inflow - financing-outflow
        net = operating + investing + financing
        surplus = balance-sheet.cash
        dividends = profit.dividends''',
    'balance-sheet': '''
        current-assets = cash + receivables + inventory + vat-credit
        assets = current-assets + construction-in-progress + fixed-assets + intangible-assets
        liabilities-and-equity = liabilities + equity
        assets = liabilities-and-equity
        current-liabilities = payables
        liabilities = current-liabilities + loans
        loans = loans.closing
        equity = paid-in + reserve + undistributed
        equity = @equity
        assets = @assets''',
    'loans': '''
        service = principal + interest
        closing = opening + draw + capitalised - principal
        available = ebit + depreciation - income-tax
        ebit = profit.ebit
        depreciation = total-cost.depreciation + total-cost.amortisation
        capitalised = construction-investment.interest''',
    'tax': '''
        tax = vat-payable + surcharges + stamp-tax + property-tax + land-tax + income-tax
        tax = central-tax + local-tax
        tax = @tax
        vat-payable = revenue.vat-payable
        income-tax = profit.income-tax''',
}
# row: what it is the running sum of
RUNNING = {
    'project-cash-flow.before-tax-cumulative': 'project-cash-flow.before-tax',
    'project-cash-flow.after-tax-cumulative': 'project-cash-flow.after-tax',
    'equity-cash-flow.cumulative': 'equity-cash-flow.net',
    'financial-cash-flow.surplus': 'financial-cash-flow.net',
    'balance-sheet.paid-in': 'financial-cash-flow.equity-injected',
    'balance-sheet.reserve': 'profit.statutory-reserve',
}
# row: the row whose last year it starts from
OPENING = {'loans.opening': 'loans.closing', 'profit.undistributed-opening': 'profit.undistributed'}
# In the last year alone, and then this series.
RECOVERED = {
    'project-cash-flow.assets-recovered': 'net-assets-before-financing',
    'project-cash-flow.working-capital-recovered': 'working-capital',
    'equity-cash-flow.assets-recovered': 'net-assets',
    'equity-cash-flow.working-capital-recovered': 'working-capital',
    'equity-cash-flow.loans-settled': 'loan-balance',
}
BALANCES = {'profit.undistributed-opening', 'profit.distributable', 'profit.distributable-to-owners', 'profit.undistributed', 'loans.opening', 'loans.closing'}
NPVS = {'npv-before-tax': 'project-cash-flow.before-tax', 'npv-after-tax': 'project-cash-flow.after-tax', 'npv-equity': 'equity-cash-flow.net'}
IRRS = {'irr-before-tax': 'npv-before-tax', 'irr-after-tax': 'npv-after-tax', 'irr-equity': 'npv-equity'}
BY_PHASE = {'construction-investment', 'revenue', 'loans', 'tax'}


class Statements:
    """All statements of one scope as printed, with the series and the indicators of the same scope as `project` prints them."""

    def __init__(self, document, projected, plan):
        self.document, self.plan = document, plan
        self.years = range(len(document['years']))
        self.rows = {f'{name}.{row["name"]}': row for name, one in document['statements'].items() for row in one['rows'] if 'values' in row}
        one = document.get('initiative')
        self.series = {name: levels['initiatives'][one] if one else levels['plan'] for name, levels in projected['series'].items()}
        self.indicators = projected['indicators']['initiatives'][one] if one else projected['indicators']['plan']
        self.money = max([1.0] + [abs(value) for row in self.rows.values() if row['kind'] != 'ratio' for value in row['values']])

    def values(self, name, statement=None):
        if name == '0':
            return [0.0 for _ in self.years]
        if name.startswith('@'):
            return self.series[name[1:]]
        return self.rows[name if '.' in name else f'{statement}.{name}']['values']

    def present_value(self, name, rate):
        half = self.plan['discounting'] == 'mid-year'
        return sum(flow * (1 + rate) ** -(t + (0.5 if half else 1)) for t, flow in enumerate(self.values(name)))


def printed(*arguments):
    return json.loads(output(CLI, *arguments, '--format', 'json'))


@functools.cache
def statements(path, scenario='base'):
    """Of the plan and of each of its initiatives."""
    plan = planfile.resolve(planfile.load(path), scenario)
    projected = printed('project', path, '--scenario', scenario, '--by', 'plan,initiative')
    scopes = [()] + [('--initiative', one['id']) for one in plan['initiatives']]
    return [Statements(printed('statement', path, 'all', '--scenario', scenario, *scope), projected, plan) for scope in scopes]


class Case(exports.Case):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.random_plans = []
        for seed in range(4000, 4030):
            path = Path(folder.name) / f'{seed}.outlay.json'
            path.write_text(json.dumps(random_plan(seed)), encoding='utf-8')
            cls.random_plans.append(path)

    def cases(self):
        for scenario in ('base', *(one['id'] for one in planfile.load(PLAN)['scenarios'])):
            yield from statements(PLAN, scenario)
        for path in self.random_plans:
            yield from statements(path)

    def near(self, found, wanted, scale, *what):
        self.assertLessEqual(abs(found - wanted), 1e-9 * scale, what)


class AddUp(Case):
    def assert_equation(self, one, statement, equation):
        left, right = equation.strip().split(' = ')
        words = right.split(' ')
        signs = [1] + [1 if word == '+' else -1 for word in words[1::2]]
        for t, found in enumerate(one.values(left, statement)):
            wanted = sum(sign * one.values(word, statement)[t] for sign, word in zip(signs, words[::2], strict=True))
            self.near(found, wanted, one.money, statement, equation, t)

    def assert_over_time(self, one):
        for name, of in RUNNING.items():
            total = 0.0
            for t in one.years:
                total += one.values(of)[t]
                self.near(one.values(name)[t], total, one.money, name, t)
        for name, of in OPENING.items():
            self.assertEqual(one.values(name)[0], 0, name)
            for t in one.years[1:]:
                self.near(one.values(name)[t], one.values(of)[t - 1], one.money, name, t)
        for name, series in RECOVERED.items():
            self.assertEqual(one.values(name)[:-1], [0.0 for _ in one.years][:-1], name)
            self.assertEqual(one.values(name)[-1], one.series[series][-1], name)

    def assert_totals(self, one):
        """A total is the sum of its years, and there is none of what stands at the end of a year."""
        for name, row in one.rows.items():
            none = name.startswith('balance-sheet.') or name in BALANCES or row['kind'] in ('running', 'ratio')
            self.assertEqual(row['total'] is None, none, name)
            if not none:
                self.near(row['total'], sum(row['values']), one.money * len(one.years), name)

    def assert_ratios(self, one):
        for name, over, under in (('loans.icr', 'loans.ebit', 'loans.interest'), ('loans.dscr', 'loans.available', 'loans.service'),
                                  ('balance-sheet.debt-ratio', 'balance-sheet.liabilities', 'balance-sheet.assets')):
            for t, found in enumerate(one.values(name)):
                if found is not None:
                    self.near(found * one.values(under)[t], one.values(over)[t], one.money, name, t)
                else:
                    self.assertLessEqual(one.values(under)[t], 1e-9 * one.money, name)

    def test_rows(self):
        n = 0
        for one in self.cases():
            self.assertEqual(set(one.document['statements']), set(EQUATIONS))
            for statement, equations in EQUATIONS.items():
                for equation in equations.strip().split('\n'):
                    self.assert_equation(one, statement, equation)
            self.assert_over_time(one)
            self.assert_totals(one)
            self.assert_ratios(one)
            n += 1
        self.assertGreater(n, 60)

    def test_rows_are_the_series_that_they_say(self):
        for one in self.cases():
            for name, row in one.rows.items():
                for t, found in enumerate(row['values'] if 'series' in row and row['kind'] != 'ratio' else ()):
                    self.near(found, one.series[row['series']][t], one.money, name, t)

    def test_indicators_follow_from_the_flows(self):
        for one in self.cases():
            shown = {name: value for statement in one.document['statements'].values() for name, value in statement['indicators'].items()}
            for name, value in shown.items():
                self.assertEqual(value, one.indicators[name], name)
            rate = one.plan['discount-rate']
            for name, flows in NPVS.items():
                self.near(shown[name], one.present_value(flows, rate), one.money * max(1, (1 + rate) ** -len(one.years)), name)
            for name, npv in IRRS.items():
                for root in shown[name] if isinstance(shown[name], list) else [] if shown[name] is None else [shown[name]]:
                    size = sum(abs(flow) * (1 + root) ** -(t + 1) for t, flow in enumerate(one.values(NPVS[npv])))
                    self.near(one.present_value(NPVS[npv], root), 0, 1e2 * size, name)

    def test_taxable_income_is_what_is_left_of_profit(self):
        """Of an initiative, which is one taxpayer, every year by its rows: nothing is taken off that is not shown."""
        n = 0
        for one in self.cases():
            if 'initiative' not in one.document:
                continue
            rows = [one.values(f'profit.{name}') for name in ('taxable-income', 'profit', 'loss-used', 'extra-research')]
            for t, (taxable, profit, used, extra) in enumerate(zip(*rows)):
                self.near(taxable, max(0, profit - used - extra), one.money, t)
                n += taxable > 0 and extra > 0
        self.assertGreater(n, 20)

    def test_break_even_is_where_fixed_and_variable_cost_are_covered(self):
        for one in self.cases():
            t = int(one.indicators['design-year'] - one.document['years'][0])
            value = lambda name: one.values(name)[t]
            fixed = value('total-cost.fixed-cost') + value('revenue.property-tax') + value('revenue.land-tax') - value('profit.subsidy')
            margin = value('profit.revenue') + value('profit.own-use') - value('total-cost.variable-cost') - value('revenue.stamp-tax') - value('revenue.surcharges')
            found = one.indicators['break-even-utilisation']
            if found is not None:
                self.near(found * margin, fixed, one.money)
            else:
                self.assertLessEqual(margin, 1e-9 * one.money)

    def test_what_cancels_out_is_nothing(self):
        for name, statement in printed('statement', PLAN, 'revenue', 'tax', 'financial-cash-flow')['statements'].items():
            for row in statement['rows']:
                for value in row.get('values', ()):
                    self.assertTrue(not value or abs(value) > 0.01, (name, row['name'], value))

    def test_payback_is_where_the_cumulative_flow_turns(self):
        one = statements(PLAN)[0]
        flows, running = one.values('project-cash-flow.after-tax'), one.values('project-cash-flow.after-tax-cumulative')
        turn = next(t for t in one.years if running[t] >= 0)
        self.near(one.indicators['payback'], turn - running[turn - 1] / flows[turn] - 7 / 12, 10)

    def test_initiatives_add_up_to_the_plan(self):
        for path in (PLAN, *self.random_plans):
            whole, *parts = statements(path)
            for name, row in whole.rows.items():
                own = row['kind'] == 'ratio' or name.startswith('revenue.revenue-')
                for t, found in enumerate(() if own else row['values']):
                    self.near(found, sum(part.values(name)[t] for part in parts), whole.money, path, name, t)

    def test_phases_add_up_to_the_plan(self):
        for path in (PLAN, *self.random_plans[:10]):
            whole = statements(path)[0]
            phases = [printed('statement', path, 'all', '--phase', phase['id']) for phase in planfile.load(path)['phases']]
            for phase in phases:
                self.assertEqual(set(phase['statements']), BY_PHASE)
            for statement in BY_PHASE:
                for n, row in enumerate(phases[0]['statements'][statement]['rows']):
                    for t in whole.years if 'values' in row else ():
                        parts = sum(phase['statements'][statement]['rows'][n]['values'][t] for phase in phases)
                        self.near(whole.values(f'{statement}.{row["name"]}')[t], parts, whole.money, path, statement, row['name'], t)

    def test_revenue_is_told_by_part(self):
        """Of the plan by initiative, of an initiative by product with what is sold and at which price; the rows are those of `project`."""
        n = 0
        for path in (PLAN, *self.random_plans):
            projected = printed('project', path)
            for one in statements(path):
                initiative = one.document.get('initiative')
                parts = [name.removeprefix('revenue.revenue-') for name in one.rows if name.startswith('revenue.revenue-')]
                products = projected['products'].get(initiative, {})
                self.assertEqual(parts, list(products) if initiative else [one['id'] for one in planfile.load(path)['initiatives']])
                for t, whole in enumerate(one.values('revenue.revenue')):
                    self.near(sum(one.values(f'revenue.revenue-{part}')[t] for part in parts), whole, one.money)
                for part in parts if not initiative else ():
                    self.assertEqual(one.values(f'revenue.revenue-{part}'), projected['series']['revenue']['initiatives'][part])
                for product, sold in ((name, series['quantity-sold']) for name, series in products.items()):
                    self.assertEqual(one.values(f'revenue.quantity-{product}'), sold)
                    for quantity, price, revenue in zip(sold, one.values(f'revenue.price-{product}'), one.values(f'revenue.revenue-{product}')):
                        self.assertEqual(price is None, quantity == 0)
                        self.near(quantity * (price or 0), revenue, one.money)
                        n += price is not None
        self.assertGreater(n, 300)

    def test_investment_is_told_by_what_is_built(self):
        """Of every initiative by its own shares, and so of the plan and of a phase."""
        for path in (PLAN, *self.random_plans[:10]):
            plan = planfile.load(path)
            projected = printed('project', path)['series']['investment']
            phase = plan['phases'][0]['id']
            scopes = {(): {i: values for i, values in projected['initiatives'].items()},
                      ('--phase', phase): {i: cells[phase] for i, cells in projected['cells'].items()}}
            scopes |= {('--initiative', i): {i: values} for i, values in projected['initiatives'].items()}
            for scope, investments in scopes.items():
                rows = {row['name']: row for row in printed('statement', path, 'construction-investment', *scope)['statements']['construction-investment']['rows']}
                for name, member, standard in (('buildings', 'building-share', 0.4), ('equipment', 'equipment-share', 0.6)):
                    shares = {one['id']: one.get(member, standard) for one in plan['initiatives']}
                    for t, found in enumerate(rows[name]['values']):
                        wanted = sum(shares[i] * values[t] for i, values in investments.items())
                        self.near(found, wanted, max(1, abs(wanted)), path, scope, name, t)

    def test_revenue_of_a_phase_is_told_by_initiative(self):
        phase = printed('statement', PLAN, 'revenue', '--phase', 'phase-2')['statements']['revenue']['rows']
        cells = printed('project', PLAN)['series']['revenue']['cells']
        self.assertEqual({row['name']: row['values'] for row in phase if row['name'].startswith('revenue-')},
                         {f'revenue-{initiative}': phases['phase-2'] for initiative, phases in cells.items()})

    def test_a_cell(self):
        tax = printed('statement', PLAN, 'tax', '--initiative', 'storage', '--phase', 'phase-2')
        wanted = printed('project', PLAN)['series']['tax']['cells']['storage']['phase-2']
        self.assertEqual({row['name']: row['values'] for row in tax['statements']['tax']['rows']}['tax'], wanted)
        self.assertEqual((tax['initiative'], tax['phase']), ('storage', 'phase-2'))


if __name__ == '__main__':
    tap.main()
