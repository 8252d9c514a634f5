# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios side by side: chosen by hand, the same figures as anywhere, following every edit, and a bridge that adds up."""

import json
import re
from pathlib import Path

import keyboard
import tap
from plans import SAMPLE, WindowTest, design_year, indicators, projection, sample

LATE = 'Phase two a year late'


def number(text):
    return float(text.replace('\N{MINUS SIGN}', '-').replace('+', ''))


class Comparison(WindowTest):
    SIZE = (1360, 1500)

    def open(self, *arguments, **options):
        program = self.start(*(arguments or (SAMPLE,)), **options)
        program.key('alt+6')
        program.find(type='OutlayComparePage')
        return program

    def pill(self, program, name):
        return program.find(type='GtkToggleButton', label=name)

    def row(self, program, title):
        """What a row says under each scenario; waits until there is such a row."""
        label = program.find(type='GtkListItemWidget', label=re.compile(f'^{re.escape(title)};')).label
        return {name: cell for name, cell in (part.split(': ', 1) for part in label.split('; ')[1:] if ': ' in part)}

    def table(self, program, tooltip):
        """A table as a spreadsheet gets it: rows of cells."""
        program.click(type='GtkButton', tooltip=re.compile(f'^Copy the {tooltip}'))
        program.find(type='GtkLabel', text=re.compile('^Table copied'))
        return [line.split('\t') for line in program.clipboard().decode().splitlines()]

    def column(self, program, tooltip, scenario):
        head, *rows = self.table(program, tooltip)
        return {row[0]: row[head.index(scenario)] for row in rows if len(row) > 1}

    def bridge(self, program, title):
        """The rows of the bridge in the words of a screen reader: the start, the steps and the end."""
        pattern = re.compile(r'(.+?): ([+−]?[\d.]+)(?: ± [\d.]+)? (?:bn yuan|m yuan|%|years)\. ?')
        words = program.find(type='OutlayChartView', label=title, description=re.compile(r'\d')).description
        return [(name.strip(), number(value)) for name, value in pattern.findall(words.split('. ', 1)[1])]


class Pages(Comparison):
    def test_by_pointer_and_by_keyboard(self):
        program = self.open_page('Compare', 6, 'OutlayComparePage')
        # The figures stay on every page.
        self.assert_card(program, 'IRR: 14.0 %')
        # Whoever came by keyboard goes on by it.
        program.key('Right')
        program.key('space')
        self.assertNotIn('As announced', self.row(program, 'NPV after tax'))

    def test_arrows_go_from_page_to_page(self):
        program = self.start(SAMPLE)
        program.click(type='GtkListBoxRow', label='Split')
        for page in ('OutlayAssumptionsPage', 'OutlayTimelinePage', 'OutlayResultsPage', 'OutlayChartsPage', 'OutlayComparePage'):
            program.key('Down')
            program.find(type=page)
        program.find(type='OutlayCompareTable', id='indicators')

    def test_everything_with_the_focus_has_a_name(self):
        program = self.open()
        names = []
        for _ in range(24):
            program.key('Tab')
            widget = next(widget for widget in program.look_at_all() if widget.focus)
            names.append((widget.type, widget.label or widget.text or widget.tooltip or keyboard.Keyboard.name_around(self, widget)))
        self.assertEqual([kind for kind, name in names if not name], [])
        self.assertTrue({'GtkToggleButton', 'GtkListItemWidget', 'GtkButton'} <= {kind for kind, _ in names})

    def test_the_export_button_is_about_the_page(self):
        program = self.open()
        program.key('ctrl+e')
        dialog = program.find(type='OutlayExportDialog')
        program.find(within=dialog, text='Output value by scenario')
        program.key('Escape')
        program.gone(type='OutlayExportDialog')
        program.click(type='GtkMenuButton', id='menu', tooltip='Export and copy')
        program.click(type='GtkModelButton', text='Export…')
        dialog = program.find(type='OutlayExportDialog')
        program.find(within=dialog, text='NPV after tax: from Base to Storage first')
        program.key('Escape')
        program.gone(type='OutlayExportDialog')
        program.key('alt+1')
        program.key('ctrl+e')
        program.find(within=program.find(type='OutlayExportDialog'), text='Output value')


class Figures(Comparison):
    def test_they_are_those_of_the_model(self):
        program = self.open()
        program.click(self.pill(program, LATE))
        plan = sample()
        for name, scenario in (('Base', 'base'), ('Storage first', 'storage-first'), (LATE, 'phase-two-late')):
            column, wanted = self.column(program, 'indicators', name), indicators(plan, scenario)
            for title, value in (('NPV after tax', wanted['npv-after-tax']), ('IRR after tax', wanted['irr-after-tax']),
                                 ('Payback after tax', wanted['payback']), ('Jobs in the design year', wanted['jobs']),
                                 ('Construction investment', 5.2e9)):
                self.assertAlmostEqual(float(column[title]) / value, 1, 9, (name, title))
            for title, series in (('Output value', 'output-value'), ('Sales', 'revenue'), ('Tax', 'tax')):
                key = next(key for key in column if key.startswith(title + ' in') or key.startswith(title + ','))
                self.assertAlmostEqual(float(column[key]) / design_year(plan, series, scenario), 1, 9, (name, title))

    def test_better_worse_and_targets_in_words(self):
        program = self.open()
        cells = self.row(program, 'IRR after tax')
        difference = (indicators(sample(), 'storage-first')['irr-after-tax'] - indicators(sample())['irr-after-tax']) * 100
        self.assertEqual(cells['Storage first'], f'14.6 %, +{difference:.2f} pp, better, target met')
        self.assertEqual(cells['Base'], '14.0 %, target met')
        self.assertEqual(self.row(program, 'Targets met')['Storage first'], '8 of 11, target missed')

    def test_every_indicator(self):
        program = self.open()
        program.click(type='GtkToggleButton', id='all_button')
        self.assertAlmostEqual(float(self.column(program, 'indicators', 'Base')['Return on equity']), indicators(sample())['roe'], 12)

    def test_charts_lie_over_each_other(self):
        program = self.open()
        description = program.find(type='OutlayChartView', label='Tax by scenario', description=re.compile('Storage first')).description
        for name, scenario in (('Base', 'base'), ('Storage first', 'storage-first')):
            self.assertIn(f'{name}: {design_year(sample(), "tax", scenario) / 1e6:.0f}.', description)

    def test_a_year_of_a_line_is_read_out(self):
        program = self.open()
        chart = {'type': 'OutlayChartView', 'label': 'Output value by scenario'}
        program.click(**chart, across=0.5, down=0.02)
        for _ in range(4):
            program.key('Down')
            program.key('End')
            text = program.find(**chart, description=re.compile('^20..[.] ')).description
            if re.match(r'\d+\. Storage first: ', text):
                break
        year, value = re.fullmatch(r'(\d+)\. Storage first: ([\d.]+) bn yuan', text).groups()
        document = projection(sample(), 'storage-first')
        self.assertAlmostEqual(float(value), document['series']['output-value']['plan'][int(year) - document['years'][0]] / 1e9, 1)


class Inputs(Comparison):
    def test_what_differs_and_whose_it_is(self):
        program = self.open()
        cells = self.row(program, 'Investment, Phase one')
        self.assertEqual(cells['Base'], '1.80 bn yuan, the plan’s')
        self.assertEqual(cells['Storage first'], '1.50 bn yuan, own')
        rows = self.table(program, 'differences')
        self.assertEqual([row[0] for row in rows], ['', 'Smart mining machinery', 'Investment, Phase one', 'Investment, Phase two',
                                                    'Energy storage', 'Investment, Phase one', 'Investment, Phase two'])
        self.assertEqual([float(cell) for cell in rows[2][1:]], [1.8e9, 1.8e9, 1.5e9])

    def test_inherited_values_and_sources(self):
        plan = sample()
        plan['scenarios'].append({'id': 'later', 'name': 'Later', 'from': 'storage-first', 'changes': {'discount-rate': 0.1}})
        plan['sources']['discount-rate'] = {'status': 'measured', 'text': 'Ministry, 2006', 'link': 'https://example.org/rate'}
        program = self.open(self.write('plan.json', plan))
        program.click(self.pill(program, 'Later'))
        self.assertEqual(self.row(program, 'Discount rate')['Later'], '10.0 %, own')
        self.assertEqual(self.row(program, 'Investment, Phase one')['Later'], '1.50 bn yuan, from Storage first')
        program.click(type='GtkListItemWidget', label=re.compile('^Discount rate;'), across=0.05)
        details = program.find(type='GtkLabel', text=re.compile(r'^Discount rate\ndiscount-rate\n')).text
        self.assertIn('measured', details)
        self.assertIn('Ministry, 2006', details)
        program.find(type='GtkLinkButton')

    def test_nothing_differs(self):
        program = self.open()
        program.click(self.pill(program, 'Storage first'))
        program.find(text='The chosen scenarios have the same inputs.')

    def test_the_last_scenario_stays(self):
        program = self.open()
        for name in ('Base', 'As announced', 'Storage first'):
            program.click(self.pill(program, name))
        self.assertTrue(self.pill(program, 'Storage first').active)
        self.assertEqual(list(self.row(program, 'NPV after tax')), ['Storage first'])

    def test_copy_by_keyboard(self):
        program = self.open()
        program.click(type='GtkListItemWidget', label=re.compile('^NPV after tax;'), across=0.05)
        program.key('ctrl+c')
        program.find(type='GtkLabel', text=re.compile('^Table copied'))
        head, *rows = (line.split('\t') for line in program.clipboard().decode().splitlines())
        self.assertEqual(head, ['', 'Base', 'As announced', 'Storage first'])
        npv = next(row for row in rows if row[0] == 'NPV after tax')
        self.assertAlmostEqual(float(npv[1]) / indicators(sample())['npv-after-tax'], 1, 9)


class Edits(Comparison):
    def test_it_follows_the_split(self):
        program = self.open()
        before = self.row(program, 'Construction investment')['Base']
        program.key('alt+1')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+End')
        program.type('10.4bn')
        program.key('Return')
        program.key('alt+6')
        plan = sample()
        for initiative in plan['initiatives']:
            initiative['investment'] = {phase: 2 * amount for phase, amount in initiative['investment'].items()}
        self.assertEqual(before, '5.20 bn, target met')
        self.assertEqual(self.row(program, 'Construction investment')['Base'], '10.4 bn, target missed')
        self.assertAlmostEqual(float(self.column(program, 'indicators', 'Base')['NPV after tax']) / indicators(plan)['npv-after-tax'], 1, 9)
        # And back, while it is in sight.
        program.key('ctrl+z')
        program.until(lambda: self.row(program, 'Construction investment')['Base'] == before, 'the old figures')

    def test_it_follows_what_the_window_compares(self):
        program = self.start(SAMPLE)
        program.key('ctrl+Next')
        program.key('ctrl+Next')
        program.key('ctrl+Next')
        program.key('alt+6')
        self.assertEqual(list(self.row(program, 'NPV after tax')), ['Base', LATE])


class Large(Comparison):
    """So many initiatives that results are computed beside the frame."""

    COUNT = 1200

    def large(self):
        plan = sample()
        for member in ('sources', 'targets', 'uncertainties', 'correlations', 'region'):
            plan.pop(member, None)
        first = plan['initiatives'][0]
        more = first | {'investment': {phase: amount / self.COUNT for phase, amount in first['investment'].items()}}
        plan['initiatives'] = [more | {'id': f'more-{number}', 'name': f'More {number}'} for number in range(self.COUNT)]
        plan['scenarios'] = [{'id': 'late', 'name': 'Late', 'changes': {'phases.phase-2.delay-months': 12}},
                             {'id': 'dear', 'name': 'Dear', 'changes': {'discount-rate': 0.1}}]
        return self.write('large.outlay.json', plan)

    def figure(self, program, name):
        """A figure of the window under each scenario, as the page has it and as it is told to a spreadsheet."""
        return self.row(program, 'NPV after tax')[name].split(',')[0]

    def test_results_come_and_follow(self):
        program = self.open(self.large())
        shown = {name: self.figure(program, name) for name in ('Base', 'Late', 'Dear')}
        self.assertEqual(len(set(shown.values())), 3)
        for name in ('Base', 'Late', 'Dear'):
            title = f'NPV at {10 if name == "Dear" else 8} %: '
            card = program.find(type='OutlayIndicatorCard', label=re.compile(f'^{title}' + shown[name][:2])).label
            self.assertEqual(f'{float(card.removeprefix(title).split()[0]):.0f} m', shown[name])
            program.key('ctrl+Page_Down')
        # The bridge is there too, and what is undone and redone while something is computed ends as the last of it has it.
        program.find(type='OutlayChartView', label=re.compile('^NPV after tax: from Base to'))
        program.key('ctrl+Page_Down')
        program.click(tooltip='Manage the scenarios')
        program.click(type='GtkModelButton', text=re.compile('Delete'))
        program.until(lambda: 'Late' not in self.row(program, 'NPV after tax'), 'the comparison without it')
        for keys in ('ctrl+z', 'ctrl+shift+z', 'ctrl+z'):
            program.key(keys, settle=False)
        program.until(lambda: 'Late' in self.row(program, 'NPV after tax'), 'the comparison with it')
        self.assertEqual(self.figure(program, 'Late'), shown['Late'])

    def test_many_differences(self):
        """They are all there, and a row that is read stays with the focus when it says something else."""
        plan = json.loads(Path(self.large()).read_text(encoding='utf-8'))
        changes = {f'initiatives.{initiative["id"]}.investment.{phase}': 5e6 for initiative in plan['initiatives'] for phase in initiative['investment']}
        plan['scenarios'] = [{'id': 'all', 'name': 'All', 'changes': changes}]
        program = self.start(self.write('many.outlay.json', plan))
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+Home')
        program.type('9m')
        program.key('Return')
        program.key('alt+6')
        self.assertEqual(self.row(program, 'Investment, Phase one')['Base'], '9.00 m yuan, the plan’s')
        self.assertEqual(len(self.table(program, 'differences')), 1 + self.COUNT * 3)
        program.click(type='GtkListItemWidget', label='More 0', across=0.05)
        program.key('Down')
        program.find(type='GtkListItemWidget', focus=True, label=re.compile('^Investment, Phase one;.*9.00 m'))
        program.key('ctrl+z')
        program.find(type='GtkListItemWidget', focus=True, label=re.compile('^Investment, Phase one; Base: 1.50 m'))
        for _ in range(3):
            program.key('Down')
        program.find(type='GtkListItemWidget', focus=True, label=re.compile('^Investment, Phase'))

    def test_chart_is_copied_when_it_is_there(self):
        program = self.start(self.large())
        program.find(type='OutlaySplitTable')
        program.key('ctrl+e')
        dialog = program.find(type='OutlayExportDialog')
        program.click(within=dialog, type='AdwComboRow', title='Chart')
        program.find(type='GtkPopover')
        program.key('End')
        program.key('Return')
        program.find(type='GtkText', text='Cumulative cash flow by scenario')
        program.until(lambda: program.find(type='GtkButton', id='copy_button').sensitive, 'the chart')
        program.click(type='GtkButton', id='copy_button')
        program.find(type='GtkLabel', text='Chart copied')
        self.assertTrue(program.clipboard('image/png').startswith(b'\x89PNG'))


class Bridge(Comparison):
    def test_it_adds_up_as_it_is_written(self):
        program = self.open()
        rows = self.bridge(program, 'NPV after tax: from Base to Storage first')
        self.assertEqual([name for name, _ in rows[:1] + rows[-1:]], ['Base', 'Storage first'])
        self.assertEqual(len(rows), 6)
        self.assertAlmostEqual(sum(value for _, value in rows[:-1]), rows[-1][1], 9)
        for row, scenario in ((rows[0], 'base'), (rows[-1], 'storage-first')):
            self.assertEqual(f'{row[1]:.2f}', f'{indicators(sample(), scenario)["npv-after-tax"] / 1e9:.2f}')

    def choose(self, program, id, name):
        program.click(type='GtkDropDown', id=id)
        program.find(type='GtkPopover')
        program.click(program.find(type='GtkListItemWidget', text=None, label=None) if name is None else self.entry(program, name))

    def entry(self, program, name):
        popover = program.find(type='GtkPopover')
        return program.find(within=popover, type='GtkLabel', text=name)

    def test_another_figure_and_another_way(self):
        program = self.open()
        program.click(self.pill(program, LATE))
        self.choose(program, 'outcome', 'Payback after tax')
        rows = self.bridge(program, 'Payback after tax: from Base to Phase two a year late')
        self.assertAlmostEqual(sum(value for _, value in rows[:-1]), rows[-1][1], 9)
        self.choose(program, 'from', 'Storage first')
        rows = self.bridge(program, 'Payback after tax: from Storage first to Phase two a year late')
        self.assertAlmostEqual(sum(value for _, value in rows[:-1]), rows[-1][1], 9)
        self.choose(program, 'to', 'Storage first')
        program.find(text=re.compile('^Choose two different scenarios'))

    def test_where_there_is_nothing_to_explain_it_says_so(self):
        plan = sample()
        plan['scenarios'][1]['changes'] = {f'initiatives.{id}.products.{product["id"]}.price': 0
                                           for initiative in plan['initiatives'] for id in [initiative['id']] for product in initiative['products']}
        program = self.open(self.write('plan.json', plan))
        self.choose(program, 'outcome', 'IRR after tax')
        program.find(type='GtkLabel', id='message', text=re.compile('no single value'))


class Empty(Comparison):
    def test_a_plan_without_scenarios(self):
        plan = sample()
        del plan['scenarios']
        program = self.open(self.write('plan.json', plan))
        program.find(text='Nothing to Compare Yet')
        program.click(type='GtkLabel', text='New Scenario…')
        program.find(text='Comes From')
        program.key('Return')
        self.assertEqual(list(self.row(program, 'NPV after tax')), ['Base', 'New scenario'])
        # And undone it is gone again.
        program.key('ctrl+z')
        program.find(text='Nothing to Compare Yet')


class Chinese(Comparison):
    def test_no_english_is_left(self):
        program = self.start(language='zh_CN')
        program.key('alt+6')
        program.find(text='差异分解')
        program.find(type='OutlayChartView', label=re.compile('^所得税后财务净现值：'))
        said = {text for widget in program.look_at_all() for text in (widget.text, widget.label, widget.title) if text}
        english = {text for text in said for word in re.findall('[A-Za-z]{2,}', text) if word not in ('Outlay', 'CNY', 'CO')}
        self.assertEqual(english, set())


class Narrow(Comparison):
    SIZE = (360, 800)

    def test_pages_are_behind_the_page(self):
        program = self.start(SAMPLE)
        self.assertIsNone(program.look(type='GtkListBoxRow', label='Compare'))
        program.click(type='AdwBackButton')
        program.click(type='GtkListBoxRow', label='Compare')
        table = program.find(type='OutlayCompareTable', id='indicators')
        self.assertLessEqual(table.x + table.width, 360)
        self.assertIn('Storage first', self.row(program, 'NPV after tax'))


if __name__ == '__main__':
    tap.main()
