#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""outlay-cli as a script sees it: what it prints where, what it writes, and how it ends."""

import csv
import io
import json
import os
import re
import signal
import stat
import subprocess
import tempfile
import unittest

import tap

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLAN = os.path.join(ROOT, 'resources/plans/jinchuang.outlay.json')
MANUAL = os.path.join(ROOT, 'data/man/outlay-cli.1')
CLI = os.path.join(os.environ['OUTLAY_BUILD'], 'app/cli/outlay-cli')


def run(*arguments, stdin=None, **environment):
    done = subprocess.run([CLI, *arguments], input=stdin, capture_output=True, env={**os.environ, **environment}, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode()


def text(*arguments, **options):
    code, output, messages = run(*arguments, **options)
    assert code == 0, messages
    return output.decode()


def project(*arguments):
    return json.loads(text('project', PLAN, '--format', 'json', *arguments))


class Case(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)

    def path(self, name):
        return os.path.join(self._folder.name, name)

    def copy(self, *replacements):
        """A copy of the sample with texts replaced, each of which must be there."""
        with open(PLAN, encoding='utf-8') as file:
            plan = file.read()
        for old, new in replacements:
            self.assertIn(old, plan)
            plan = plan.replace(old, new, 1)
        path = self.path('plan.outlay.json')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(plan)
        return path

    def read(self, path):
        with open(path, encoding='utf-8') as file:
            return file.read()


class Program(Case):
    def test_version_and_help(self):
        self.assertRegex(text('--version'), r'^outlay-cli \d+\.\d+\.\d+\n$')
        listing = text('--help')
        for call in ('check', 'project', 'statement', 'compare', 'chart', 'export', 'set', 'parameters'):
            self.assertIn(call, listing)
            self.assertIn('--help', text(call, '--help'))

    def test_wrong_usage_ends_with_2_and_says_so_on_standard_error(self):
        for arguments in ((), ('frobnicate',), ('check',), ('project',), ('project', PLAN, PLAN), ('project', PLAN, '--nonsense'),
                          ('project', PLAN, '--format', 'yaml'), ('project', PLAN, '--series', 'profit'), ('project', PLAN, '--by', 'year'),
                          ('chart', PLAN, 'tax'), ('chart', PLAN, 'tax', '-o', 'tax.gif'),
                          ('chart', PLAN, 'tax', '-o', 'tax.png', '--size', 'large'), ('chart', PLAN, 'tax', '-o', 'tax.png', '--scale', '0'),
                          ('chart', PLAN, 'tax', '-o', 'tax.png', '--theme', 'pink'), ('chart', PLAN, 'tax', '-o', 'tax.png', '--preset', 'a0'),
                          ('chart', PLAN, 'tax', '-o', 'tax.png', '--preset', 'a4', '--size', '640x360'),
                          ('chart', PLAN, 'tax', '-o', 'tax.svg', '--text', 'glyphs'), ('set', PLAN)):
            code, output, messages = run(*arguments)
            self.assertEqual((code, output), (2, b''), arguments)
            self.assertIn('--help', messages, arguments)

    def test_a_file_that_is_not_there_ends_with_3(self):
        for arguments in (('check', '/nonexistent/plan'), ('project', '/nonexistent/plan'), ('chart', '/nonexistent/plan', 'tax', '-o', 'x.png'),
                          ('set', '/nonexistent/plan', 'years=3'), ('parameters', '/nonexistent/plan'),
                          ('chart', PLAN, 'tax', '-o', '/nonexistent/tax.png'), ('set', PLAN, 'years=15', '-o', '/nonexistent/plan')):
            code, _, messages = run(*arguments)
            self.assertEqual(code, 3, arguments)
            self.assertEqual(messages.count('/nonexistent'), 1, messages)

    def test_a_full_disk_is_noticed(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([CLI, 'project', PLAN], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 3)

    def test_an_interrupt_ends_with_130(self):
        process = subprocess.Popen([CLI, 'check', '-'], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        caught = 0
        while not caught & 1 << (signal.SIGINT - 1):
            with open(f'/proc/{process.pid}/status', encoding='ascii') as status:
                caught = int(re.search(r'SigCgt:\s*(\w+)', status.read())[1], 16)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(10), 130)
        process.stdin.close()

    def test_two_dashes_end_the_options(self):
        folder = self.path('-odd')
        os.link(self.copy(), folder)
        done = subprocess.run([CLI, 'check', '--', '-odd'], cwd=os.path.dirname(folder), capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b'', b''))


class Check(Case):
    def test_a_good_plan_is_silent(self):
        self.assertEqual(run('check', PLAN), (0, b'', ''))

    def test_every_fault_with_its_place(self):
        path = self.copy(('"years": 20', '"years": 0'), ('"discount-rate": 0.08', '"discont-rate": 0.08'))
        code, output, messages = run('check', path)
        lines = output.decode().splitlines()
        self.assertEqual((code, messages), (1, ''))
        self.assertEqual(len(lines), 2)
        self.assertTrue(lines[0].startswith(f'{path}:8:12: years: '), lines[0])
        self.assertTrue(lines[1].startswith(f'{path}:9:3: discont-rate: '), lines[1])
        self.assertIn('discount-rate', lines[1])

    def test_standard_input(self):
        code, output, _ = run('check', '-', stdin=b'{"format": "outlay-plan",}')
        self.assertEqual(code, 1)
        self.assertTrue(output.startswith(b'-:1:'), output)

    def test_a_fault_of_the_whole_file_has_no_path(self):
        code, output, _ = run('check', '-', stdin=b'')
        self.assertEqual(code, 1)
        self.assertRegex(output.decode(), r'^-:1:1: [^:]+\n$')

    def test_faults_as_json_and_csv(self):
        path = self.copy(('"years": 20', '"years": 0'))
        code, output, _ = run('check', path, PLAN, '--format', 'json')
        files = json.loads(output)['files']
        self.assertEqual(code, 1)
        self.assertEqual([len(file['faults']) for file in files], [1, 0])
        self.assertEqual({key: files[0]['faults'][0][key] for key in ('line', 'column', 'path')}, {'line': 8, 'column': 12, 'path': 'years'})
        code, output, _ = run('check', path, '--format', 'csv')
        rows = list(csv.DictReader(io.StringIO(output.decode())))
        self.assertEqual([(row['file'], row['line'], row['path']) for row in rows], [(path, '8', 'years')])

    def test_the_worst_status_wins(self):
        self.assertEqual(run('check', PLAN, '/nonexistent/plan', self.copy(('"years": 20', '"years": 0')))[0], 3)


class Project(Case):
    def test_the_shape_of_the_json(self):
        whole = project()
        self.assertEqual(list(whole), ['plan', 'scenario', 'version', 'years', 'series', 'products', 'indicators', 'targets', 'region'])
        self.assertEqual((whole['plan'], whole['scenario']), ('Jinchuang Energy Project', 'base'))
        self.assertEqual(whole['years'], list(range(2021, 2041)))
        self.assertEqual(set(whole['series']['revenue']), {'plan', 'initiatives', 'phases', 'cells'})
        self.assertEqual(set(whole['series']['ebit']), {'plan', 'initiatives'})
        self.assertEqual(set(whole['series']['revenue']['cells']['mining']), {'phase-1', 'phase-2'})
        self.assertEqual(len(whole['series']), 62)
        self.assertEqual(set(whole['products']['mining']['machines']), {'quantity', 'quantity-sold'})
        self.assertEqual(set(whole['indicators']['initiatives']), {'mining', 'storage', 'park'})
        self.assertTrue(all(target['met'] for target in whole['targets']), whole['targets'])

    def test_levels_add_up(self):
        for name in ('output-value', 'revenue', 'investment', 'tax', 'co2-avoided'):
            levels = project('--series', name)['series'][name]
            for year, total in enumerate(levels['plan']):
                for level in ('initiatives', 'phases'):
                    self.assertAlmostEqual(sum(row[year] for row in levels[level].values()), total, delta=1e-9 * max(1, abs(total)))

    def test_series_and_levels_are_limited(self):
        one = project('--series', 'sales,tax', '--by', 'initiative')
        self.assertEqual(list(one['series']), ['revenue', 'tax'])
        self.assertEqual(list(one['series']['tax']), ['initiatives'])
        self.assertEqual(project('--series', 'sales', '--by', 'plan,phase')['series']['revenue'].keys(), {'plan', 'phases'})

    def test_scenarios_and_settings(self):
        base, late = project(), project('--scenario', 'phase-two-late')
        self.assertEqual(late['scenario'], 'phase-two-late')
        self.assertLess(late['indicators']['plan']['npv-after-tax'], base['indicators']['plan']['npv-after-tax'])
        self.assertEqual(project('--set', 'phases.phase-2.delay-months=12')['series'], late['series'])
        self.assertEqual(project('--scenario', 'phase-two-late', '--set', 'phases.phase-2.delay-months=0')['series'], base['series'])
        shorter = project('--set', 'years=12', '--set', 'discounting=mid-year', '--set', 'initiatives.mining.products.machines.market-limit=10')
        self.assertEqual(len(shorter['years']), 12)
        self.assertEqual(max(shorter['products']['mining']['machines']['quantity-sold']), 10)

    def test_a_faulty_request_ends_with_1_and_prints_nothing(self):
        for arguments, expected in ((('--scenario', 'best'), 'best'), (('--set', 'years=1000'), 'years'), (('--set', 'years'), 'PATH=VALUE'),
                                    (('--set', 'finance.debt-shar=0.1'), 'debt-share'), (('--set', 'discounting=sometimes'), 'mid-year'),
                                    (('--set', 'version=2'), 'version'), (('--set', 'initiatives.mining.building-share=0.9'), 'share')):
            code, output, messages = run('project', PLAN, '--format', 'json', *arguments)
            self.assertEqual((code, output), (1, b''), arguments)
            self.assertIn(expected, messages)

    def test_faults_of_the_plan_are_on_standard_error(self):
        path = self.copy(('"years": 20', '"years": 0'))
        code, output, messages = run('project', path)
        self.assertEqual((code, output), (1, b''))
        self.assertIn(f'{path}:8:12: years: ', messages)

    def test_a_warning_leaves_the_status_alone(self):
        code, _, messages = run('project', PLAN, '--set', 'phases.phase-2.delay-months=600')
        self.assertEqual(code, 0)
        self.assertIn('Phase two', messages)

    def test_csv_and_json_say_the_same(self):
        whole = project()
        rows = list(csv.DictReader(io.StringIO(text('project', PLAN, '--format', 'csv'))))
        cell = [float(row['value']) for row in rows
                if (row['kind'], row['name'], row['initiative'], row['phase']) == ('series', 'tax', 'mining', 'phase-2')]
        self.assertEqual(cell, whole['series']['tax']['cells']['mining']['phase-2'])
        one = {row['name']: row['value'] for row in rows if row['kind'] == 'indicator' and not row['initiative']}
        for name, value in whole['indicators']['plan'].items():
            self.assertEqual(float(one[name]) if one[name] else None, value, name)

    def test_text_is_for_reading(self):
        output = text('project', PLAN, '--series', 'sales', COLUMNS='80')
        self.assertIn('Jinchuang Energy Project', output)
        self.assertRegex(output, r'IRR after tax +\d+\.\d+ ?%')
        self.assertLessEqual(max(len(line) for line in output.splitlines()), 80)
        self.assertIn('2040', output)

    def test_numbers_do_not_depend_on_the_language(self):
        german = {'LC_ALL': 'de_DE.UTF-8'}
        self.assertEqual(run('project', PLAN, '--format', 'json', **german), run('project', PLAN, '--format', 'json'))
        self.assertEqual(run('project', PLAN, '--format', 'csv', **german), run('project', PLAN, '--format', 'csv'))


class Chart(Case):
    def test_every_chart_in_every_format(self):
        names = text('chart', '--list').split()
        self.assertIn('tax-by-kind', names)
        for name in names:
            for ending, begin in (('png', b'\x89PNG'), ('svg', b'<?xml'), ('pdf', b'%PDF')):
                path = self.path(f'chart.{ending}')
                self.assertEqual(text('chart', PLAN, name, '-o', path), '')
                with open(path, 'rb') as file:
                    self.assertTrue(file.read().startswith(begin), (name, ending))

    def test_size_and_scale(self):
        path = self.path('chart.png')
        text('chart', PLAN, 'sales', '-o', path, '--size', '640x360', '--scale', '2')
        with open(path, 'rb') as file:
            header = file.read(24)
        self.assertEqual((int.from_bytes(header[16:20], 'big'), int.from_bytes(header[20:24], 'big')), (1280, 720))

    def test_presets(self):
        for preset, size in (('slide', (1920, 1080)), ('slide-4-3', (1440, 1080)), ('a4', (2480, 3508)), ('a4-landscape', (3508, 2480)),
                             ('page', (2008, 1181)), ('column', (1004, 1063))):
            header = run('chart', PLAN, 'sales', '-o', '-', '--format', 'png', '--preset', preset)[1][:24]
            self.assertEqual((int.from_bytes(header[16:20], 'big'), int.from_bytes(header[20:24], 'big')), size, preset)

    def test_words(self):
        def svg(*arguments):
            return run('chart', PLAN, 'tax', '-o', '-', '--format', 'svg', '--text', 'text', *arguments)[1].decode()
        own = svg()
        self.assertIn('>m yuan a year<', own)
        self.assertIn('Jinchuang Energy Project', own)
        words = svg('--subtitle', 'to city and state', '--note', 'Before refunds.', '--source', '')
        self.assertIn('>to city and state<', words)
        self.assertIn('>Before refunds.<', words)
        self.assertNotIn('>m yuan a year<', words)
        self.assertNotIn('Jinchuang Energy Project', words)

    def test_the_same_plan_gives_the_same_bytes(self):
        for form in ('png', 'svg', 'pdf'):
            first = run('chart', PLAN, 'tax', '-o', '-', '--format', form)
            self.assertEqual(first, run('chart', PLAN, 'tax', '-o', '-', '--format', form))
            self.assertEqual(first[0], 0)

    def test_title_theme_and_scenario_change_the_picture(self):
        def svg(*arguments):
            return run('chart', PLAN, 'tax', '-o', '-', '--format', 'svg', *arguments)[1]
        pictures = [svg(), svg('--title', 'Taxes for the city'), svg('--theme', 'dark'), svg('--theme', 'print'),
                    svg('--scenario', 'phase-two-late'), svg('--set', 'taxes.surcharge-rate=0.5')]
        self.assertEqual(len(set(pictures)), len(pictures))

    def test_charts_of_several_scenarios(self):
        def svg(name, *arguments):
            return run('chart', PLAN, name, '-o', '-', '--format', 'svg', *arguments)[1]

        self.assertNotEqual(svg('compare-tax'), svg('compare-tax', '--scenarios', 'base,storage-first'))
        self.assertNotEqual(svg('compare-tax', '--scenarios', 'base,storage-first'), svg('compare-tax', '--scenarios', 'storage-first,base'))
        self.assertNotEqual(svg('bridge', '--scenarios', 'base,storage-first'), svg('bridge', '--scenarios', 'base,storage-first', '-b', 'tax'))
        self.assertEqual(svg('compare-sales'), svg('compare-revenue'))

    def test_scenarios_and_figures_that_are_not_there(self):
        path = self.path('chart.png')
        for arguments, status, word in ((('--scenarios', 'base,sloww'), 1, 'sloww'), (('--scenarios', 'base'), 2, '--scenarios'),
                                        (('--bridge', 'npv-after-taxx'), 2, 'npv-after-tax')):
            code, _, messages = run('chart', PLAN, 'bridge', '-o', path, *arguments)
            self.assertEqual(code, status, arguments)
            self.assertIn(word, messages)
        self.assertFalse(os.path.exists(path))

    def test_lines_and_a_year(self):
        def svg(name, *arguments):
            return run('chart', PLAN, name, '-o', '-', '--format', 'svg', *arguments)[1]

        self.assertNotEqual(svg('tax'), svg('tax', '--lines'))
        self.assertEqual(svg('year-waterfall'), svg('year-waterfall', '--year', '2028'))
        self.assertNotEqual(svg('year-waterfall'), svg('year-waterfall', '--year', '2030'))
        path = self.path('chart.svg')
        code, _, messages = run('chart', PLAN, 'year-waterfall', '-o', path, '--year', '1990')
        self.assertEqual(code, 1)
        self.assertIn('2021', messages)
        self.assertFalse(os.path.exists(path))

    def test_options_that_change_nothing_are_refused(self):
        for name, option, other in (('flow', '--lines', 'revenue'), ('tax', '--year=2030', 'year-waterfall'),
                                    ('tax', '--scenarios=base,storage-first', 'compare-tax'), ('compare-tax', '--bridge=irr-after-tax', 'bridge')):
            code, _, messages = run('chart', PLAN, name, '-o', self.path('x.png'), option)
            self.assertEqual(code, 2, option)
            self.assertIn(f'{option.split("=")[0]} changes nothing in the chart “{name}”', messages)
            self.assertIn(f'  {other}\n', messages)
            self.assertFalse(os.path.exists(self.path('x.png')))

    def test_a_scenario_that_does_not_exist_is_said_of_any_chart(self):
        for name in ('tax', 'compare-tax', 'bridge'):
            code, _, messages = run('chart', PLAN, name, '-o', self.path('x.png'), '--scenarios', 'base,storage-frist')
            self.assertEqual(code, 1, name)
            self.assertIn('storage-first', messages)

    def test_an_unknown_chart_ends_with_1(self):
        code, _, messages = run('chart', PLAN, 'pie', '-o', self.path('pie.png'))
        self.assertEqual(code, 1)
        self.assertIn('tax-by-kind', messages)


class Set(Case):
    def test_numbers_words_months_and_null(self):
        path = self.copy()
        text('set', path, 'finance.debt-share=0.6', 'discounting=mid-year', 'phases.phase-2.start=2024-01', 'name=New name',
             'initiatives.mining.products.machines.market-limit=2500')
        plan = json.loads(self.read(path))
        self.assertEqual((plan['finance']['debt-share'], plan['discounting'], plan['phases'][1]['start'], plan['name']),
                         (0.6, 'mid-year', '2024-01', 'New name'))
        self.assertEqual(plan['initiatives'][0]['products'][0]['market-limit'], 2500)
        text('set', path, 'initiatives.mining.products.machines.market-limit=null')
        self.assertIsNone(json.loads(self.read(path))['initiatives'][0]['products'][0]['market-limit'])

    def test_there_and_back_gives_the_same_bytes(self):
        path = self.copy()
        before = self.read(path)
        text('set', path, 'finance.debt-share=0.6')
        self.assertNotEqual(self.read(path), before)
        text('set', path, 'finance.debt-share=0.5')
        self.assertEqual(self.read(path), before)

    def test_one_line_of_difference(self):
        path = self.copy()
        before = self.read(path).splitlines()
        text('set', path, 'discount-rate=0.1')
        after = self.read(path).splitlines()
        self.assertEqual([(a, b) for a, b in zip(before, after) if a != b], [('  "discount-rate": 0.08,', '  "discount-rate": 0.1,')])

    def test_elsewhere_and_through_a_pipe(self):
        path, other = self.copy(), self.path('other')
        before = self.read(path)
        text('set', path, 'years=25', '-o', other)
        self.assertEqual(self.read(path), before)
        self.assertEqual(json.loads(self.read(other))['years'], 25)
        with open(PLAN, 'rb') as file:
            piped = text('set', '-', 'years=25', stdin=file.read())
        self.assertEqual(piped, self.read(other))

    def test_what_others_gave_the_file_stays(self):
        path, other, link = self.copy(), self.path('other'), self.path('link')
        os.chmod(path, 0o664)
        os.link(path, other)
        os.symlink('other', link)
        text('set', link, 'years=25')
        self.assertEqual(json.loads(self.read(path))['years'], 25)
        self.assertTrue(os.path.islink(link) and os.path.samefile(path, other))
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o664)
        self.assertEqual(sorted(os.listdir(os.path.dirname(path))), ['link', 'other', 'plan.outlay.json'])

    def test_a_protected_file_is_not_written(self):
        path = self.copy()
        before = self.read(path)
        os.chmod(path, 0o444)
        code, output, messages = run('set', path, 'years=25')
        self.assertEqual((code, output), (3, b''))
        self.assertIn('protected against writing', messages)
        self.assertEqual(self.read(path), before)

    def test_what_is_no_file_is_written_into(self):
        text('set', PLAN, 'years=25', '-o', '/dev/null')
        self.assertTrue(stat.S_ISCHR(os.stat('/dev/null').st_mode))

    def test_into_a_scenario(self):
        path = self.copy()
        text('set', path, '--scenario', 'phase-two-late', 'phases.phase-2.delay-months=24')
        plan = json.loads(self.read(path))
        self.assertEqual(plan['scenarios'][2]['changes'], {'phases.phase-2.delay-months': 24})
        self.assertEqual(plan['phases'][1]['delay-months'], 0)

    def test_what_is_wrong_changes_nothing(self):
        path = self.copy()
        before = self.read(path)
        for setting in ('finance.debt-share=2', 'finance.debt-share=much', 'finance.debtshare=0.5', 'phases.phase-2.start=2099-01',
                        'initiatives.mining.building-share=0.9', 'years=1', 'initiatives.mining.id=x', 'scenarios.storage-first.name=x', 'nonsense'):
            code, output, messages = run('set', path, 'discount-rate=0.05', setting)
            self.assertEqual((code, output), (1, b''), (setting, messages))
            self.assertTrue(messages)
            self.assertEqual(self.read(path), before, setting)


class Parameters(Case):
    def test_every_path_of_a_plan_can_be_set_to_what_it_is(self):
        listing = json.loads(text('parameters', PLAN, '--format', 'json'))['parameters']
        paths = {row['path']: row for row in listing}
        self.assertEqual(len(paths), len(listing))
        for path in ('discount-rate', 'finance.debt-share', 'phases.phase-1.delay-months', 'initiatives.mining.investment.phase-1',
                     'initiatives.mining.ramp-up.2', 'initiatives.storage.products.household.price'):
            self.assertIn(path, paths)
        self.assertEqual({key: paths['finance.debt-share'][key] for key in ('unit', 'range', 'default', 'value')},
                         {'unit': 'share', 'range': '0–1', 'default': '0', 'value': '0.5'})
        same = [f"{row['path']}={row['value']}" for row in listing if row['value'] != '']
        with open(PLAN, encoding='utf-8') as file:
            self.assertEqual(text('set', PLAN, *same, '-o', '-'), file.read())

    def test_without_a_plan(self):
        output = text('parameters')
        for path in ('discount-rate', 'taxes.stamp-rate', 'phases.PHASE.start', 'initiatives.INITIATIVE.investment.PHASE',
                     'initiatives.INITIATIVE.ramp-up.YEAR', 'initiatives.INITIATIVE.products.PRODUCT.price'):
            self.assertRegex(output, rf'(?m)^{re.escape(path)}$')

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(text('parameters', '--format', 'csv'))))
        self.assertEqual(list(rows[0]), ['path', 'unit', 'range', 'default', 'meaning'])
        self.assertTrue(all(row['meaning'] for row in rows))


class Manual(Case):
    def test_names_every_call_option_series_and_indicator(self):
        with open(MANUAL, encoding='utf-8') as file:
            manual = file.read().replace('\\-', '-')
        options = {option for call in ('check', 'project', 'statement', 'compare', 'chart', 'thumbnail', 'export', 'set', 'parameters') for option in re.findall(r'--[a-z]+', text(call, '--help'))}
        whole = project()
        for word in options | set(whole['series']) | set(whole['indicators']['plan']) | set(text('statement', '--list').split()) | {'quantity', 'quantity-sold'}:
            self.assertRegex(manual, rf'{re.escape(word)}\b', word)


if __name__ == '__main__':
    tap.main()
