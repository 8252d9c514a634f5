# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan against its region: figures and thresholds are seen, edited by pointer and by keys, and follow everything else."""

import json
import re

import keyboard
import tap
from plans import SAMPLE, WindowTest, design_year, indicators, sample

STORAGE = 'Storage first'
MU = 2000 / 3


class Region(WindowTest):
    SIZE = (1360, 1300)

    def open(self, *arguments, **options):
        program = self.start(*(arguments or (SAMPLE,)), **options)
        program.key('alt+7')
        program.find(type='OutlayRegionPage')
        return program

    def row(self, program, name):
        return program.find(type='OutlayGoalRow', label=re.compile(f'^{re.escape(name)};'))

    def says(self, program, name):
        """What a row says: its name and all the rest, as a screen reader reads it."""
        return self.row(program, name).label.split('; ')

    def names(self, program):
        return [row.label.split(';')[0] for row in program.all(type='OutlayGoalRow')]

    def threshold(self, program, title):
        return program.find(type='OutlayThresholdRow', label=re.compile(f'^{re.escape(title)}:'))

    def entry(self, program, title):
        return program.find(type='GtkEntry', label=f'Threshold: {title}')

    def type_threshold(self, program, title, text, key='Return'):
        program.click(self.entry(program, title))
        program.key('ctrl+a')
        program.type(text)
        program.key(key)

    def field(self, program, title):
        """The field of a row of a form."""
        return program.find(type='AdwEntryRow', title=title)

    def fill(self, program, **texts):
        for title, text in texts.items():
            program.click(self.field(program, title.replace('_', ' ')))
            program.key('ctrl+a')
            program.key('BackSpace')
            program.type(text)

    def choose(self, program, title, *keys):
        program.click(program.find(type='AdwComboRow', title=title))
        for key in keys:
            program.key(key)
        program.key('Return')


class Page(Region):
    def test_where_no_land_is_given_it_is_said_where_to(self):
        program = self.open(self.write('plan.outlay.json', sample() | {'site-area': 0}))
        program.find(type='GtkLabel', text=re.compile('^No site area is given yet: enter it on the Assumptions page'))

    def test_by_pointer_and_by_keyboard(self):
        program = self.open_page('Region', 7, 'OutlayRegionPage')
        self.assert_card(program, 'IRR: 14.0 %')

    def test_everything_with_the_focus_has_a_name(self):
        program = self.open()
        names = []
        for _ in range(20):
            program.key('Tab')
            widget = next(widget for widget in program.look_at_all() if widget.focus)
            names.append((widget.type, widget.label or widget.text or widget.tooltip or keyboard.Keyboard.name_around(self, widget)))
        self.assertEqual([kind for kind, name in names if not name], [])
        self.assertTrue({'GtkText', 'OutlayGoalRow', 'GtkButton'} <= {kind for kind, _ in names})


class Figures(Region):
    def test_all_facts_are_there(self):
        program = self.open()
        self.assertEqual(len(self.names(program)), len(sample()['region']['figures']))
        for name, value in (("Changzhou's goal for the output of new energy", '650 bn yuan a year'),
                            ("Changzhou's goal for its industry", '3,000 bn yuan a year'),
                            ("Changzhou's goal for its gross domestic product", '1,000 bn yuan a year'),
                            ("Changzhou's invoiced sales of new energy in the first half of 2021", '382.54 bn yuan in half a year'),
                            ('Growth of these sales on the year before', '28.1 %'),
                            ("Share of these sales in the city's industrial volume", '39.4 %'), ('Firms that made these sales', '1,256 firms'),
                            ('New key projects in Wujin', '26 projects'), ('New key projects against the goal of the year', '125 %'),
                            ('New key projects of new energy', '15 projects'), ('Further key projects in Wujin', '20 projects'),
                            ('Further key projects against the target', '62.5 %'), ('Projects above 1 billion yuan in Wujin', '10 projects'),
                            ('Projects above 1 billion yuan of new energy', '8 projects')):
            self.assertEqual(self.says(program, name)[1], value)

    def test_the_share_is_that_of_the_scenario(self):
        plan = sample()
        plan['region']['figures'][0]['value'] = 1e10
        plan['region']['figures'][1]['value'] = 1e15
        program = self.open(self.write('plan.outlay.json', plan))
        for scenario in ('base', 'storage-first'):
            if scenario != 'base':
                self.show(program, STORAGE)
            output = design_year(plan, 'output-value', scenario)
            said = self.says(program, "Changzhou's goal for the output of new energy")
            self.assertEqual(said[-1], f'{output / 1e8:.1f} %' if output < 1e10 else f'{output / 1e8:.0f} %')
            self.assertRegex(said[-2], r'^Output value, design year: ')
            # However small it is, its digits are to be seen.
            self.assertEqual(self.says(program, "Changzhou's goal for its industry")[-1], f'{output / 1e13:.4f} %')

    def test_follows_an_edit_of_the_plan(self):
        program = self.open()
        name = "Changzhou's goal for the output of new energy"
        before = self.says(program, name)[-2]
        program.key('alt+1')
        program.click(type='OutlaySplitCell')
        program.type('3.5bn')
        program.key('Return')
        program.key('alt+7')
        self.assertNotEqual(self.says(program, name)[-2], before)

    def test_added_edited_moved_and_removed(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        program.click(type='GtkButton', tooltip='New figure')
        program.find(type='OutlayFigureForm')
        self.fill(program, Name='Target of the park', Value='1.5bn', Unit='yuan a year', Year='2025', Source='Plan of the park', Link='https://example.org/park')
        program.click(type='GtkButton', id='apply_button')
        program.gone(type='OutlayFigureForm')
        self.assertEqual(self.says(program, 'Target of the park')[1:], ['1.5 bn yuan a year', '2025 · Plan of the park'])
        figure = self.saved(program, path)['region']['figures'][-1]
        self.assertEqual(figure, {'id': 'target-of-the-park', 'name': 'Target of the park', 'value': 1.5e9, 'unit': 'yuan a year', 'year': 2025,
                                  'source': 'Plan of the park'})
        plan = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual(plan['sources']['region.figures.target-of-the-park']['link'], 'https://example.org/park')
        # The keys go on with it: up, edited, away, and all of it back.
        program.key('alt+Up')
        self.assertEqual(self.names(program)[-2], 'Target of the park')
        program.key('Return')
        program.find(type='OutlayFigureForm')
        self.fill(program, Value='2bn')
        program.key('Return')
        program.gone(type='OutlayFigureForm')
        self.assertEqual(self.says(program, 'Target of the park')[1], '2 bn yuan a year')
        program.key('Delete')
        program.gone(type='OutlayGoalRow', label=re.compile('^Target of the park'))
        self.assertNotIn('region.figures.target-of-the-park', self.saved(program, path)['sources'])
        for _ in range(4):
            program.key('ctrl+z')
        program.gone(type='OutlayGoalRow', label=re.compile('^Target of the park'))
        self.assertEqual(self.saved(program, path), sample())

    def test_what_is_wrong_is_said_at_its_field(self):
        program = self.open()
        program.click(type='GtkButton', tooltip='New figure')
        self.fill(program, Name='Wrong', Value='much')
        program.key('Return')
        program.find(type='OutlayFaultRow')
        self.fill(program, Value='1', Year='20x1')
        program.key('Return')
        program.find(type='GtkLabel', text='This is no year. Type one like 2021, or leave it empty.')
        self.fill(program, Year='', Link='ftp://example.org')
        program.key('Return')
        program.find(type='GtkLabel', text=re.compile('^This is no address on the web'))
        self.fill(program, Link='')
        program.key('Return')
        program.gone(type='OutlayFigureForm')
        self.assertEqual(self.says(program, 'Wrong')[1], '1')


class Thresholds(Region):
    def test_per_mu_and_per_square_metre(self):
        program = self.open()
        wanted = indicators(sample())
        row = self.threshold(program, 'Investment per mu')
        self.assertEqual(row.label, f'Investment per mu: {wanted["investment-per-mu"] / 1e6:.1f} m yuan per mu')
        metres = wanted['investment-per-mu'] / MU
        program.find(type='GtkLabel', text=f'{metres / 1e3:.1f} k yuan per m² of site · {5.2e9 / 180000 / 1e3:.1f} k yuan per m² of floor')

    def test_met_and_missed_in_words(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        self.type_threshold(program, 'Investment per mu', '8m yuan/mu')
        self.assertRegex(self.threshold(program, 'Investment per mu').label, '; met$')
        self.type_threshold(program, 'Tax per mu', '2m', 'Tab')
        self.assertRegex(self.threshold(program, 'Tax per mu').label, '; missed$')
        targets = self.saved(program, path)['targets'][-2:]
        self.assertEqual(targets, [{'id': 'investment-per-mu', 'name': 'Investment per mu', 'indicator': 'investment-per-mu', 'at-least': 8e6},
                                   {'id': 'tax-per-mu', 'name': 'Tax per mu', 'indicator': 'tax-per-mu', 'at-least': 2e6}])
        # The strip and the status bar count it, as every other target.
        program.find(type='GtkLabel', text='12 of 13 targets met')
        self.type_threshold(program, 'Tax per mu', '1m')
        self.assertRegex(self.threshold(program, 'Tax per mu').label, '; met$')
        # Nothing takes it away.
        self.type_threshold(program, 'Tax per mu', ' ')
        self.assertNotRegex(self.threshold(program, 'Tax per mu').label, ';')
        for _ in range(4):
            program.click(type='GtkButton', id='undo_button')
        self.assertEqual(self.saved(program, path), sample())

    def test_what_cannot_be_read_is_said_below(self):
        program = self.open()
        self.type_threshold(program, 'Output per mu', 'much')
        program.find(type='GtkLabel', id='fault', text=re.compile('.'))
        self.assertFalse(program.actions()['win.undo'])
        program.key('Escape')
        program.gone(type='GtkLabel', id='fault', text=re.compile('.'))
        self.assertEqual(self.entry(program, 'Output per mu').text, '')

    def test_what_holds_up_a_step_elsewhere_is_shown(self):
        program = self.open(self.write('plan.outlay.json', sample()))
        for key in ('ctrl+s', 'ctrl+Page_Down'):
            self.type_threshold(program, 'Tax per mu', 'lots')
            program.key('alt+1')
            program.gone(type='OutlayRegionPage')
            program.key(key)
            program.find(type='OutlayRegionPage')
            program.find(type='GtkLabel', id='fault', text=re.compile('.'))
            program.find(within=self.entry(program, 'Tax per mu'), type='GtkText', focus=True)
        program.key('Escape')
        program.key('ctrl+Page_Down')
        program.find(type='GtkLabel', text='As announced')

    def test_nothing_typed_is_lost_while_another_threshold_is_wrong(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        self.type_threshold(program, 'Tax per mu', 'lots')
        self.type_threshold(program, 'Investment per mu', '8m')
        program.find(type='GtkLabel', text=re.compile('^This waits for'))
        self.assertEqual(self.entry(program, 'Investment per mu').text, '8m')
        # The one in the way has the focus; with it both are in the plan.
        program.key('ctrl+a')
        program.type('1m')
        program.key('Return')
        self.assertRegex(self.threshold(program, 'Tax per mu').label, '; met$')
        self.assertRegex(self.threshold(program, 'Investment per mu').label, '; met$')
        program.gone(type='GtkLabel', text=re.compile('^This waits for'))
        self.assertEqual(sorted(target['id'] for target in self.saved(program, path)['targets'][-2:]), ['investment-per-mu', 'tax-per-mu'])

    def test_in_a_scenario_it_is_said_to_be_the_plans(self):
        program = self.open()
        self.show(program, STORAGE)
        self.type_threshold(program, 'Investment per mu', '8m')
        program.find(type='GtkLabel', text='Add target “Investment per mu”, in the plan and all scenarios')


class Targets(Region):
    def open_targets(self, *arguments):
        program = self.start(*(arguments or (SAMPLE,)))
        program.key('ctrl+t')
        program.find(type='OutlayTargetsDialog')
        return program

    def test_they_say_what_the_plan_comes_to(self):
        program = self.open_targets()
        self.assertEqual(self.names(program), [target['name'] for target in sample()['targets']])
        self.assertEqual(self.says(program, 'Hurdle rate'),
                         ['Hurdle rate', '≥ 12 %', 'IRR after tax · assumed: four points above the discount rate', 'The plan: 14.0 %', 'met'])
        self.assertEqual(self.says(program, 'Mining machines made')[2], 'Smart mining machinery, Mining machines: Quantity, design year · company announcement, 1 August')

    def test_reached_from_the_menu_and_the_page(self):
        program = self.open()
        program.click(type='GtkButton', id='targets_button')
        program.find(type='OutlayTargetsDialog')
        program.key('Escape')
        program.gone(type='OutlayTargetsDialog')
        program.click(type='GtkMenuButton', tooltip='Main menu')
        program.click(type='GtkModelButton', text='Targets…')
        program.find(type='OutlayTargetsDialog')

    def test_added_edited_and_removed(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open_targets(path)
        program.click(type='GtkButton', tooltip='New target')
        program.find(type='OutlayTargetForm')
        program.type('Total investment')
        self.choose(program, 'What', 'Down', 'Down')
        program.click(self.field(program, 'Value'))
        program.type('5.6bn')
        self.choose(program, 'It Is Met', 'Down')
        program.click(type='GtkButton', id='apply_button')
        program.gone(type='OutlayTargetForm')
        self.assertEqual(self.says(program, 'Total investment')[1], '≤ 5.6 bn')
        self.assertEqual(self.saved(program, path)['targets'][-1],
                         {'id': 'total-investment', 'name': 'Total investment', 'indicator': 'total-investment', 'at-most': 5.6e9})
        # The hurdle is typed in per cent.
        program.key('Up')
        program.key('Return')
        program.find(type='OutlayTargetForm')
        self.assertEqual(self.field(program, 'Value').text, '12%')
        self.fill(program, Value='15')
        program.key('Return')
        program.gone(type='OutlayTargetForm')
        self.assertEqual(self.says(program, 'Hurdle rate')[1::3], ['≥ 15 %', 'missed'])
        program.key('Delete')
        program.gone(type='OutlayGoalRow', label=re.compile('^Hurdle rate'))
        for _ in range(3):
            program.key('ctrl+z')
        self.assertEqual(self.saved(program, path), sample())

    def test_a_quantity_needs_a_product(self):
        program = self.open_targets()
        program.click(self.row(program, 'Mining machines made'), across=0.3)
        program.find(type='AdwComboRow', title='Product')
        self.choose(program, 'Of', 'Home')
        program.click(type='GtkButton', id='apply_button')
        program.find(type='GtkLabel', text='Only a product has a quantity. Choose an initiative and its product.')


if __name__ == '__main__':
    tap.main()
