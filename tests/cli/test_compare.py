#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`outlay-cli compare` as a script sees it: what differs between scenarios, what comes of it, and why."""

import csv
import io
import json
import math
import re

import tap
from test_cli import PLAN, Case, project, run, text

MOVED = {
    'initiatives.mining.investment.phase-1': (1.8e9, 1.5e9), 'initiatives.mining.investment.phase-2': (1.2e9, 1e9),
    'initiatives.storage.investment.phase-1': (1.2e9, 1.5e9), 'initiatives.storage.investment.phase-2': (8e8, 1e9),
}


def compare(*arguments, plan=PLAN):
    return json.loads(text('compare', plan, '--format', 'json', *arguments))


def inputs(document):
    return {entry['path']: entry for entry in document['inputs']}


class Inputs(Case):
    def test_what_differs_and_nothing_else(self):
        document = compare('--scenarios', 'base,storage-first')
        self.assertEqual((document['plan'], document['scenarios']), ('Jinchuang Energy Project', ['base', 'storage-first']))
        self.assertRegex(document['version'], r'^\d+\.\d+\.\d+$')
        self.assertEqual([entry['path'] for entry in document['inputs']], list(MOVED))
        for path, entry in inputs(document).items():
            self.assertEqual(entry['values'], dict(zip(('base', 'storage-first'), MOVED[path])))
            self.assertEqual(entry['from'], {'base': 'base', 'storage-first': 'storage-first'})
            self.assertEqual(entry['source'], {'status': 'assumed', 'path': path.rsplit('.', 1)[0]})

    def test_inherited_values_name_the_scenario_that_they_come_from(self):
        path = self.copy(('"id": "phase-two-late",', '"id": "phase-two-late",\n      "from": "storage-first",'))
        delay = 'phases.phase-2.delay-months'
        document = inputs(compare('--scenarios', 'phase-two-late,storage-first,base', plan=path))
        self.assertEqual(list(document), [delay, *MOVED])
        self.assertEqual(document[delay]['from'], {'phase-two-late': 'phase-two-late', 'storage-first': 'base', 'base': 'base'})
        self.assertEqual(document[next(iter(MOVED))]['from'],
                         {'phase-two-late': 'storage-first', 'storage-first': 'storage-first', 'base': 'base'})
        self.assertEqual(list(inputs(compare('--scenarios', 'phase-two-late,storage-first', plan=path))), [delay])

    def test_a_change_to_what_holds_anyway_is_no_difference(self):
        path = self.copy(('"phases.phase-2.delay-months": 12', '"phases.phase-2.delay-months": 0'))
        self.assertEqual(compare('--scenarios', 'base,phase-two-late', plan=path)['inputs'], [])
        self.assertIn('No input differs', text('compare', path, '--scenarios', 'base,phase-two-late'))

    def test_without_scenarios_all_are_compared(self):
        self.assertEqual(compare()['scenarios'], ['base', 'as-announced', 'storage-first', 'phase-two-late'])


class Results(Case):
    def test_the_same_as_each_projection(self):
        document = compare('--scenarios', 'phase-two-late,storage-first,base')
        for scenario, result in document['results'].items():
            alone = project('--scenario', scenario)
            self.assertEqual(result['indicators'], alone['indicators'])
            self.assertEqual(result['targets'], alone['targets'])
            t = alone['indicators']['plan']['design-year'] - alone['years'][0]
            self.assertEqual(result['design-year'], {name: alone['series'][name]['plan'][t] for name in ('output-value', 'revenue', 'tax')})

    def test_levels(self):
        for level, member in (('plan', 'plan'), ('initiative', 'initiatives')):
            result = compare('--scenarios', 'base,storage-first', '--by', level)['results']['base']
            self.assertEqual(list(result['indicators']), [member])

    def test_csv_and_json_say_the_same(self):
        arguments = ('--scenarios', 'base,storage-first,phase-two-late', '--bridge', 'tax')
        document = compare(*arguments)
        rows = list(csv.DictReader(io.StringIO(text('compare', PLAN, '--format', 'csv', *arguments))))
        self.assertEqual(list(rows[0]), ['plan', 'scenario', 'kind', 'name', 'initiative', 'phase', 'product', 'year', 'value'])
        found = {(row['scenario'], row['kind'], row['name'], row['initiative']): row['value'] for row in rows}
        for path, entry in inputs(document).items():
            for scenario, value in entry['values'].items():
                self.assertEqual(float(found[scenario, 'input', path, '']), value)
        for scenario, result in document['results'].items():
            self.assertEqual(float(found[scenario, 'indicator', 'npv-after-tax', 'mining']),
                             result['indicators']['initiatives']['mining']['npv-after-tax'])
            self.assertEqual(float(found[scenario, 'design-year', 'tax', '']), result['design-year']['tax'])
            self.assertEqual(float(found[scenario, 'target-met', 'mining-sales', '']), scenario != 'storage-first')
        for bridge in document['bridges']:
            self.assertEqual(float(found[bridge['to'], 'bridge-to', 'tax', '']), bridge['to-value'])
            for step in bridge['steps']:
                self.assertEqual(float(found[bridge['to'], 'bridge-step', ' '.join(step['paths']), '']), step['contribution'])

    def test_numbers_do_not_depend_on_the_language(self):
        for format in ('json', 'csv'):
            self.assertEqual(run('compare', PLAN, '--format', format, LC_ALL='de_DE.UTF-8'), run('compare', PLAN, '--format', format))


class Bridges(Case):
    def test_each_adds_up_from_the_first_scenario(self):
        for name in ('npv-after-tax', 'irr-after-tax', 'payback', 'design-year', 'tax', 'sales', 'tax-per-mu'):
            document = compare('--bridge', name)
            self.assertEqual([bridge['to'] for bridge in document['bridges']], document['scenarios'][1:])
            for bridge in document['bridges']:
                self.assertEqual((bridge['from'], bridge['exact']), ('base', True))
                self.assertEqual(bridge['name'], 'revenue' if name == 'sales' else name)
                ends = (document['results'][bridge[end]] for end in ('from', 'to'))
                expected = [result['indicators']['plan'].get(name, result['design-year'].get(bridge['name'])) for result in ends]
                self.assertEqual([bridge['from-value'], bridge['to-value']], expected)
                parts = [bridge['from-value'], *(step['contribution'] for step in bridge['steps'])]
                self.assertLessEqual(abs(math.fsum(parts) - bridge['to-value']), math.ulp(max(map(abs, parts))) / 2, name)
                self.assertEqual([step['standard-error'] for step in bridge['steps']], [0] * len(bridge['steps']))

    def test_each_change_is_a_step(self):
        bridge = compare('--scenarios', 'base,storage-first', '--bridge', 'construction-investment')['bridges'][0]
        self.assertEqual([step['paths'] for step in bridge['steps']], [[path] for path in MOVED])
        for step, (before, after) in zip(bridge['steps'], MOVED.values()):
            self.assertAlmostEqual(step['contribution'], after - before, delta=1e-3)

    def test_what_is_printed_adds_up(self):
        output = text('compare', PLAN, '--scenarios', 'base,storage-first', COLUMNS='200')
        lines = output[output.index('NPV after tax (bn)'):].splitlines()[1:]
        numbers = [float(line.split('  ')[-1].replace('−', '-')) for line in lines]
        self.assertEqual(lines[0].split()[0], 'Base')
        self.assertAlmostEqual(sum(numbers[:-1]), numbers[-1], places=9)
        self.assertRegex(lines[1], r'^Smart mining machinery: Investment, Phase one +−0\.\d+$')

    def test_rates_differ_by_points(self):
        output = text('compare', PLAN, '--scenarios', 'base,storage-first', '--bridge', 'irr-after-tax', COLUMNS='200')
        lines = output[output.index('IRR after tax (%)'):].splitlines()[1:]
        self.assertEqual(len(lines), 6)
        for line in lines[1:-1]:
            self.assertRegex(line, r'[+−]\d+\.\d+ points$')

    def test_small_inputs_differ_by_their_digits(self):
        path = self.path('plan.outlay.json')
        with open(PLAN, encoding='utf-8') as file:
            plan = json.load(file)
        plan['scenarios'].append({'id': 'more', 'changes': {'taxes.stamp-rate': 0.0005}})
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(plan, file)
        output = text('compare', path, '--scenarios', 'base,more', COLUMNS='200')
        self.assertRegex(output, r'0\.03 % +0\.05 % \*')
        self.assertNotRegex(output, r'[+−]0(\.0*)?( |$)')

    def test_values_are_in_the_readers_words(self):
        path = self.path('plan.outlay.json')
        with open(PLAN, encoding='utf-8') as file:
            plan = json.load(file)
        changes = {'discounting': 'mid-year', 'initiatives.mining.products.machines.price': 1600000, 'phases.phase-2.start': '2024-06'}
        plan['scenarios'].append({'id': 'other', 'changes': changes})
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(plan, file)
        output = text('compare', path, '--scenarios', 'base,other', COLUMNS='200')
        self.assertRegex(output, r'at the end of the year +in the middle of the year \*')
        self.assertRegex(output, r'1\.51 m yuan a set +1\.60+ m yuan a set \*')
        self.assertRegex(output, r'Jun 2024 \*')

    def test_many_changes_are_sampled_and_a_seed_repeats_them(self):
        path = self.path('plan.outlay.json')
        with open(PLAN, encoding='utf-8') as file:
            plan = json.load(file)
        first = plan['initiatives'][0]
        plan['initiatives'] += [{**first, 'id': f'copy-{k}', 'investment': {'phase-1': 1e8}} for k in range(13)]
        plan['scenarios'].append({'id': 'more', 'changes': {f'initiatives.copy-{k}.investment.phase-1': 2e8 for k in range(13)}})
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(plan, file)
        arguments = ('--scenarios', 'base,more', '--by', 'plan', '--bridge', 'irr-after-tax')
        one, same, other = (compare(*arguments, '--seed', seed, plan=path)['bridges'][0] for seed in ('7', '7', '8'))
        self.assertFalse(one['exact'])
        self.assertEqual(len(one['steps']), 13)
        self.assertEqual(one, same)
        self.assertNotEqual(one, other)
        self.assertTrue(all(0 < step['standard-error'] < abs(step['contribution']) for step in one['steps']))
        self.assertIn('±', text('compare', path, *arguments))

    def test_an_error_of_sampling_is_never_nothing(self):
        path = self.path('plan.outlay.json')
        with open(PLAN, encoding='utf-8') as file:
            plan = json.load(file)
        first = plan['initiatives'][0]
        plan['initiatives'] += [{**first, 'id': f'copy-{k}', 'investment': {'phase-1': 1e8}} for k in range(13)]
        plan['scenarios'].append({'id': 'more', 'changes': {f'initiatives.copy-{k}.investment.phase-1': 1e8 + 10 ** k / 1e4 for k in range(13)}})
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(plan, file)
        errors = re.findall(r'± (.*)', text('compare', path, '--scenarios', 'base,more', '--by', 'plan', '--bridge', 'npv-after-tax', COLUMNS='200'))
        self.assertEqual(len(errors), 13)
        for error in errors:
            self.assertRegex(error, r'[1-9]')

    def test_what_has_no_value_has_no_bridge_but_everything_else(self):
        code, output, messages = run('compare', PLAN, '--format', 'json', '--bridge', 'levelised-cost')
        self.assertEqual(code, 1)
        self.assertEqual(messages.count('Levelised cost'), 1)
        self.assertIn('NPV after tax', messages)
        document = json.loads(output)
        self.assertEqual(document['bridges'], [])
        self.assertEqual(len(document['results']), 4)


class Usage(Case):
    def test_wrong_usage_ends_with_2(self):
        for arguments, expected in ((('--bridge', 'npv-after-tex'), '“npv-after-tax”'), (('--bridge', 'quantity'), 'quantity'),
                                    (('--scenarios', 'base'), 'two'), (('--scenarios', 'base,base'), 'two'), (('--by', 'phase'), 'phase')):
            code, output, messages = run('compare', PLAN, *arguments)
            self.assertEqual((code, output), (2, b''), arguments)
            self.assertIn(expected, messages)
            self.assertIn('--help', messages)

    def test_an_unknown_scenario_ends_with_1_and_names_the_nearest(self):
        code, output, messages = run('compare', PLAN, '--scenarios', 'base,storage-frist')
        self.assertEqual((code, output), (1, b''))
        self.assertIn('“storage-first”', messages)

    def test_a_plan_without_scenarios_says_so(self):
        path = self.path('plan.outlay.json')
        with open(PLAN, encoding='utf-8') as file:
            plan = json.load(file)
        del plan['scenarios']
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(plan, file)
        code, output, messages = run('compare', path)
        self.assertEqual((code, output), (1, b''))
        self.assertIn('no scenarios', messages)

    def test_a_file_that_is_not_there_ends_with_3(self):
        self.assertEqual(run('compare', '/nonexistent/plan')[0], 3)

    def test_text_fits_the_terminal(self):
        output = text('compare', PLAN, COLUMNS='100')
        self.assertLessEqual(max(len(line) for line in output.splitlines()), 100)
        self.assertIn('Targets met', output)


if __name__ == '__main__':
    tap.main()
