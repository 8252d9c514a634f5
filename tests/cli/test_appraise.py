#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""outlay-cli appraise: published cash flows to their printed digits, a plan's own flows, and tables as people write them."""

import json
import os
import random
import unittest

import tap
from test_cli import PLAN, ROOT, project, run


def published(name):
    with open(os.path.join(ROOT, 'tests/data/published', name), encoding='utf-8') as file:
        return json.load(file)


def appraise(table, *arguments):
    code, output, messages = run('appraise', '-', '--format', 'json', *arguments, stdin=table.encode())
    assert code == 0, messages
    return json.loads(output)


def refused(table, *arguments):
    code, output, messages = run('appraise', '-', *arguments, stdin=table if isinstance(table, bytes) else table.encode())
    assert code == 1 and output == b'', (code, output)
    return messages


def roots(result):
    irr = result['irr']
    return [] if irr is None else irr if isinstance(irr, list) else [irr]


class Published(unittest.TestCase):
    def check(self, entry, result_at):
        """result_at: the appraisal with these options."""
        if 'npv' in entry:
            self.assertAlmostEqual(result_at('--rate', str(entry['npv']['rate']))['npv'], entry['npv']['value'], delta=entry['npv']['tolerance'])
        if 'irr' in entry:
            found = roots(result_at())
            self.assertEqual(len(found), len(entry['irr']['roots']), entry['case'])
            for one, expected in zip(found, entry['irr']['roots']):
                self.assertAlmostEqual(one, expected, delta=entry['irr']['tolerance'])
        if 'mirr' in entry:
            mirr = entry['mirr']
            value = result_at('--rate', str(mirr['reinvest-rate']), '--finance-rate', str(mirr['finance-rate']))['mirr']
            if mirr['value'] is None:
                self.assertIsNone(value)
            else:
                self.assertAlmostEqual(value, mirr['value'], delta=mirr['tolerance'])
        if 'payback' in entry:
            # Counted from the beginning of the first flow's year.
            value = result_at('--first-period', '1')['payback']
            self.assertAlmostEqual(value, entry['payback']['value'], delta=entry['payback']['tolerance'])

    def test_columns_of_flows(self):
        for entry in published('cash-flows.json'):
            with self.subTest(entry['case']):
                table = '\n'.join(repr(flow) for flow in entry['flows'])
                period = ['--first-period', str(entry['offset'])]
                self.check(entry, lambda *more: appraise(table, *(period if '--first-period' not in more else []), *more))

    def test_dates_and_flows(self):
        for entry in published('dated-cash-flows.json'):
            with self.subTest(entry['case']):
                table = '\n'.join(f'{date},{flow!r}' for date, flow in zip(entry['dates'], entry['flows']))
                self.check(entry, lambda *more: appraise(table, *more))


class OfAPlan(unittest.TestCase):
    def test_the_plan_s_own_flows_give_the_plan_s_own_indicators(self):
        plan = project('--series', 'cash-flow-after-tax,equity-cash-flow', '--by', 'plan')
        with open(PLAN, encoding='utf-8') as file:
            document = json.load(file)
        indicators = plan['indicators']['plan']
        start = min(phase['start'] for phase in document['phases'])
        before = (int(start[:4]) - document['first-year']) + (int(start[5:]) - 1) / 12

        def of(series):
            table = 'Year\tFlow\n' + '\n'.join(f'{year}\t{flow!r}' for year, flow in zip(plan['years'], plan['series'][series]['plan']))
            return appraise(table, '--rate', str(document['discount-rate']), '--finance-rate', str(document['finance']['interest-rate']))

        after_tax, equity = of('cash-flow-after-tax'), of('equity-cash-flow')
        self.assertAlmostEqual(after_tax['npv'] / indicators['npv-after-tax'], 1, delta=1e-14)
        self.assertEqual(after_tax['irr'], indicators['irr-after-tax'])
        self.assertAlmostEqual(after_tax['mirr'], indicators['mirr'], delta=1e-14)
        self.assertAlmostEqual(after_tax['payback'] - before, indicators['payback'], delta=1e-12)
        self.assertAlmostEqual(after_tax['payback-discounted'] - before, indicators['payback-discounted'], delta=1e-12)
        self.assertAlmostEqual(equity['npv'] / indicators['npv-equity'], 1, delta=1e-14)
        self.assertEqual(equity['irr'], indicators['irr-equity'])


class Tables(unittest.TestCase):
    WANTED = [-40000, 5000, 8000, 12000, 30000]

    def test_ways_to_write_the_same(self):
        plain = '\n'.join(map(str, self.WANTED))
        wanted = appraise(plain)
        ways = {
            'heading': 'Flow\n' + plain,
            'bytes that mark UTF-8': '\ufeff' + plain,
            'other ends of lines': plain.replace('\n', '\r\n') + '\r\n\r\n',
            'years': 'Year,Flow\n' + '\n'.join(f'{2021 + k},{flow}' for k, flow in enumerate(self.WANTED)),
            'out of order': '\n'.join(f'{2021 + k};{flow}' for k, flow in reversed(list(enumerate(self.WANTED)))),
            'periods from 1': '\n'.join(f'{1 + k}\t{flow}' for k, flow in enumerate(self.WANTED)),
            'grouped and quoted': '\n'.join(f'"{flow:,}"' for flow in self.WANTED),
            'grouped with a point': '\n'.join(f'{2021 + k};{flow:,.2f}' for k, flow in enumerate(self.WANTED)),
            'of accountants': '\n'.join(f'({-flow})' if flow < 0 else str(flow) for flow in self.WANTED),
            'a minus sign': plain.replace('-', '−'),
        }
        for way, table in ways.items():
            with self.subTest(way):
                self.assertEqual(appraise(table), wanted)

    def test_flows_of_one_date_add_up_and_years_without_one_are_0(self):
        self.assertEqual(appraise('2021,-60\n2021,-40\n2024,150'), appraise('-100\n0\n0\n150'))

    def test_when_the_first_flow_comes(self):
        today, later = appraise('-100\n120', '--first-period', '0'), appraise('-100\n120', '--first-period', '1')
        self.assertAlmostEqual(today['npv'] / 1.08, later['npv'], delta=1e-12)
        self.assertEqual(later['payback'], today['payback'] + 1)
        self.assertEqual(appraise('-100\n120')['first-period'], 1)
        self.assertEqual(appraise('0,-100\n1,120')['first-period'], 0)
        self.assertEqual(appraise('2026-03,-100\n2027-03,120')['first-period'], 0)

    def test_months_count_as_twelfths(self):
        result = appraise('2026-01,-100\n2026-07,110')
        self.assertAlmostEqual(result['irr'], 1.1 ** 2 - 1, delta=1e-13)
        self.assertAlmostEqual(result['npv'], -100 + 110 / 1.08 ** 0.5, delta=1e-12)

    def test_every_rate_of_dated_flows(self):
        # The oil pump's flows, a year of 365 days apart.
        result = appraise('2021-01-01,-1600\n2022-01-01,10000\n2023-01-01,-10000')
        self.assertEqual([round(rate, 12) for rate in result['irr']], [0.25, 4])

    def test_nothing_is_said_that_is_not_there(self):
        result = appraise('100\n100')
        self.assertEqual([result[name] for name in ('irr', 'mirr', 'payback', 'payback-discounted')], [None] * 4)
        code, output, _ = run('appraise', '-', stdin=b'100\n100')
        self.assertEqual((code, output.decode().count('none'), output.decode().count('–')), (0, 1, 3))

    def test_what_overflows_is_none(self):
        code, output, _ = run('appraise', '-', stdin=b'-1e-300\n1e308\n1e308')
        self.assertEqual(code, 0)
        self.assertNotIn('inf', output.decode())
        self.assertIn('none', output.decode())
        self.assertLess(max(map(len, output.decode().splitlines())), 60)
        # Periods and flows of three digits stay what they are.
        self.assertEqual(appraise('1,-100\n2,120'), appraise('1;-100\n2;120'))

    def test_faults_say_where_and_what(self):
        for table, expected in {
            '': 'no flows',
            'Flow\n': 'no flows',
            '-100\n1o0': '-:2:1: found “1o0”',
            'Flow\n-1oo': '-:2:1: found “-1oo”',
            '-1oo\n100': '-:1:1: found “-1oo”',
            '-100\n\n120': '-:3:1: line 2 above',
            '2021,-100\n2022,': '-:2:6: there is no flow',
            '2021,-100,5': '-:1:11: there is a third column',
            '2021;-100\n2022;1,5': '-:2:6: “1,5” may be read in two ways',
            '2021-02-30,5': '-:1:1: found “2021-02-30”, expected a date',
            '2021,-100\n2022-01,5': '-:2:1: this line counts otherwise',
            '2021,-100\n50': '-:2:1: this line counts otherwise',
            '0,1\n9999,2': None,
            '1000-01-01,1\n2000-01-01,2': 'more than 36525 periods',
            '-1,000\n1200': '-:1:1: found “-1,000”, where commas part columns',
            'Flow\n-500\n1,050': '-:3:1: found “1,050”, where commas part columns',
            '1,234,567': '-:1:1: found “1,234,567”, where commas part columns',
            '-1亿\n2亿': '-:1:1: found “-1亿”; flows are plain numbers without units, write -1',
            '2021,-100\n2022,3m': '-:2:6: found “3m”; flows are plain numbers without units, write 3',
            '-100\n1e999': '-:2:1: found “1e999”',
            '-100\nnan': '-:2:1: found “nan”',
            '\n'.join(str((-1) ** k) for k in range(200)): 'the sign of the flows changes 199 times',
        }.items():
            with self.subTest(table[:30]):
                if expected is None:
                    self.assertEqual(appraise(table)['periods'], 10000)
                else:
                    self.assertIn(expected, refused(table))
        self.assertIn('UTF-8', refused(b'\xff\xfe-\x001\x00'))

    def test_options_say_what_they_take(self):
        for arguments in (['--rate', 'x'], ['--rate', '-1'], ['--rate', '8 %%'], ['--rate', '8'], ['--first-period', '2'], ['--finance-rate', 'nan']):
            code, _, messages = run('appraise', '-', *arguments, stdin=b'1')
            self.assertEqual(code, 2, messages)
        self.assertEqual(appraise('-100\n120', '--rate', '8%'), appraise('-100\n120', '--rate', '0.08'))
        self.assertEqual(run('appraise', '/nowhere/flows.csv')[0], 3)

    def test_no_text_breaks_it(self):
        source = random.Random(6)
        pieces = ['2021', '-', ',', ';', '\t', '\n', '"', '1e9', '.', '(', ')', '−', '0', '9', 'x', ' ', '\r', '/', '1,234', '2026-03-31', '𝟙']
        for _ in range(150):
            table = ''.join(source.choice(pieces) for _ in range(source.randrange(40)))
            code, output, messages = run('appraise', '-', stdin=table.encode())
            self.assertIn(code, (0, 1), (table, messages))
            self.assertEqual(output == b'', code == 1, table)


if __name__ == '__main__':
    tap.main()
