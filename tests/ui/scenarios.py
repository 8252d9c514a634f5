# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios are made, named, copied, moved, taken away, edited and saved as plans of their own; and it is always to be seen which one is edited."""

import json
import re

import tap
from plans import WindowTest, indicators, sample

ANNOUNCED, STORAGE, LATE = 'As announced', 'Storage first', 'Phase two a year late'
CELL = 'initiatives.mining.investment.phase-1'


class ScenarioTest(WindowTest):
    """A plan in a file, with what stands in it after it is saved."""

    def setUp(self):
        self.path = self.write('plan.outlay.json', self.plan())
        self.program = self.start(self.path)
        self.program.click(type='GtkSwitch', id='keep_total')
        # So that a pointer that happens to rest there tells nothing.
        self.program.click(type='OutlaySplitTable', across=0.1, down=0.35)

    def plan(self):
        return sample()

    def names(self):
        return [scenario['name'] for scenario in self.saved(self.program, self.path)['scenarios']]

    def assert_toast(self, text):
        self.program.find(type='GtkLabel', text=text)

    def assert_edited(self, name):
        """The header and the page both say which scenario is edited; None is the plan itself."""
        self.program.find(type='GtkLabel', id='scenario', text=f'edits “{name}” (• changed in it)' if name else 'edits the plan')
        switcher = self.program.find(type='OutlayScenarioSwitcher', id='scenario_switcher')
        self.program.find(within=switcher, type='GtkLabel', text=name or 'Base')

    def choose(self, entry):
        """From the menu beside the switcher."""
        self.program.click(tooltip='Manage the scenarios')
        self.program.click(type='GtkModelButton', text=re.compile(entry))

    def row(self, name):
        return self.program.find(type='OutlayScenarioRow', label=name)

    def select(self, name):
        """Gives a row the focus; anew where the list had not come to rest yet."""
        def focused():
            self.program.click(self.row(name), across=0.3)
            return self.row(name).focus

        self.program.until(focused, f'the focus on {name}')

    def rows(self):
        return [row.label for row in self.program.all(type='OutlayScenarioRow')]

    def assert_rows(self, *names):
        self.program.until(lambda: self.rows() == list(names), f'the scenarios {names}')

    def manage(self):
        self.program.key('ctrl+m')
        self.program.find(type='OutlayScenariosDialog')
        self.program.find(type='OutlayScenarioRow')

    def leave(self):
        # The first Escape may be about what was just told.
        def left():
            self.program.key('Escape')
            return self.program.look(type='OutlayScenariosDialog') is None

        self.program.until(left, 'the dialog to close')


class Actions(ScenarioTest):
    def test_create_from_another(self):
        self.show(self.program, STORAGE)
        self.program.key('ctrl+shift+n')
        self.program.find(type='OutlayScenarioForm')
        self.program.type('Storage later')
        self.program.key('Return')
        self.assert_toast('Create “Storage later”')
        self.assert_edited('Storage later')
        # It is what it comes from, until it is changed.
        irr = 100 * indicators(sample(), 'storage-first')['irr-after-tax']
        self.assert_card(self.program, f'IRR: {irr:.1f} %')
        made = self.saved(self.program, self.path)['scenarios'][2]
        self.assertEqual((made['id'], made['name'], made['from']), ('storage-later', 'Storage later', 'storage-first'))

    def test_what_it_comes_from_can_be_chosen(self):
        self.program.key('ctrl+shift+n')
        self.program.type('Other')
        self.program.click(type='AdwComboRow')
        self.program.click(within=self.program.find(type='GtkPopover'), type='GtkLabel', text=LATE)
        self.program.click(type='GtkButton', id='apply_button')
        self.assert_edited('Other')
        self.assertEqual(self.saved(self.program, self.path)['scenarios'][3]['from'], 'phase-two-late')

    def test_what_is_typed_after_the_name_is_not_part_of_it(self):
        self.program.key('ctrl+shift+n')
        self.program.find(type='OutlayScenarioForm')
        self.program.type('Quick')
        self.program.key('Return')
        self.program.type('xyz')
        self.program.key('Return')
        self.assert_edited('Quick')

    def test_name_is_needed(self):
        self.program.key('ctrl+shift+n')
        self.program.find(type='OutlayScenarioForm')
        self.program.key('BackSpace')
        self.assertFalse(self.program.find(type='GtkButton', id='apply_button').sensitive)
        self.program.key('Return')
        self.program.find(type='OutlayScenarioForm')
        self.program.key('Escape')
        self.program.gone(type='OutlayScenarioForm')
        self.assertFalse(self.program.actions()['win.undo'])

    def test_name_of_another(self):
        self.program.key('ctrl+shift+n')
        self.program.find(type='OutlayScenarioForm')
        self.program.type(STORAGE)
        self.program.find(type='GtkLabel', text=re.compile('^Another scenario has this name'))
        self.assertFalse(self.program.find(type='GtkButton', id='apply_button').sensitive)
        # Return makes none either; and one that tells them apart is as good as any.
        self.program.key('Return')
        self.program.type(' 2')
        self.program.gone(type='GtkLabel', text=re.compile('^Another scenario has this name'))
        self.program.key('Return')
        self.assert_edited('Storage first 2')
        self.program.key('ctrl+F2')
        self.program.find(type='OutlayScenarioForm')
        self.program.type(f'{LATE} ')
        self.program.find(type='GtkLabel', text=re.compile('^Another scenario has this name'))
        # What it is called itself it may be called.
        self.program.key('ctrl+a')
        self.program.type('Storage first 2')
        self.program.gone(type='GtkLabel', text=re.compile('^Another scenario has this name'))
        self.program.key('Return')
        self.program.gone(type='OutlayScenarioForm')
        self.assertEqual(self.names(), [ANNOUNCED, STORAGE, LATE, 'Storage first 2'])

    def test_duplicate_rename_delete_and_undo(self):
        self.show(self.program, STORAGE)
        self.program.key('ctrl+d')
        self.assert_edited('Storage first (copy)')
        self.program.key('ctrl+F2')
        self.program.find(type='OutlayScenarioForm')
        self.program.type('Twin')
        self.program.key('Return')
        self.assert_edited('Twin')
        plan = self.saved(self.program, self.path)
        self.assertEqual([scenario['name'] for scenario in plan['scenarios']], [ANNOUNCED, STORAGE, 'Twin', LATE])
        self.assertEqual(plan['scenarios'][2]['changes'], plan['scenarios'][1]['changes'])
        self.choose('Delete')
        self.assert_edited(None)
        self.program.click(type='GtkButton', text='_Undo')
        self.assert_edited('Twin')
        for _ in range(2):
            self.program.key('ctrl+z')
        self.assertEqual(self.saved(self.program, self.path), sample())

    def test_plan_itself_is_no_scenario(self):
        self.assert_edited(None)
        for name in ('duplicate-scenario', 'rename-scenario', 'delete-scenario', 'save-scenario-as'):
            self.assertFalse(self.program.actions()[f'win.{name}'], name)
        self.show(self.program, LATE)
        for name in ('duplicate-scenario', 'rename-scenario', 'delete-scenario', 'save-scenario-as'):
            self.assertTrue(self.program.actions()[f'win.{name}'], name)

    def test_a_scenario_that_is_undone_is_not_edited_any_more(self):
        self.show(self.program, STORAGE)
        self.program.key('ctrl+shift+n')
        self.program.type('Child')
        self.program.key('Return')
        self.assert_edited('Child')
        self.program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.program.key('ctrl+Home')
        self.program.key('shift+Up')
        self.assert_toast(re.compile('in “Child”$'))
        self.program.key('ctrl+z')
        self.assert_edited('Child')
        self.program.key('ctrl+z')
        self.assert_edited(STORAGE)
        self.program.key('ctrl+shift+z')
        self.assert_edited('Child')


class Delete(ScenarioTest):
    def plan(self):
        plan = sample()
        plan['scenarios'].append({'id': 'child', 'name': 'Child', 'from': 'storage-first', 'changes': {'discount-rate': 0.1}})
        return plan

    def test_those_that_come_from_it_keep_their_results(self):
        npv = indicators(self.plan(), 'child')['npv-after-tax'] / 1e9
        self.show(self.program, 'Child')
        self.assert_card(self.program, f'NPV at 10 %: {npv:.2f} bn')
        self.show(self.program, STORAGE)
        self.choose('Delete')
        self.assert_edited(None)
        self.show(self.program, 'Child')
        self.assert_card(self.program, f'NPV at 10 %: {npv:.2f} bn')

    def test_compared_gives_way_to_the_plan(self):
        for _ in range(2):
            self.program.key('ctrl+shift+Page_Down')
        self.assert_compared(STORAGE)
        self.show(self.program, STORAGE)
        self.choose('Delete')
        self.assert_compared('Base')
        self.assert_edited(None)

    def assert_compared(self, name):
        self.program.find(type='GtkLabel', text=re.compile(f'vs {name}$'))


class Dialog(ScenarioTest):
    def test_rename_in_place(self):
        self.manage()
        self.select(STORAGE)
        self.program.key('F2')
        self.program.find(type='GtkText', focus=True)
        self.program.key('ctrl+a')
        self.program.type('Batteries')
        self.program.key('Return')
        self.row('Batteries')
        self.assert_toast(f'Rename “{STORAGE}” to “Batteries”')
        # No two are called the same: Return waits for another name.
        self.program.key('F2')
        self.program.find(type='GtkText', focus=True)
        self.program.key('ctrl+a')
        self.program.type(LATE)
        self.program.find(type='GtkLabel', text=re.compile('^Another scenario has this name'))
        self.program.key('Return')
        self.program.find(type='GtkText', focus=True)
        self.program.key('Escape')
        self.program.gone(type='GtkLabel', text=re.compile('^Another scenario has this name'))
        self.row('Batteries')
        # Escape leaves the name as it was, and the dialog open.
        self.program.key('F2')
        self.program.type('x')
        self.program.key('Escape')
        self.row('Batteries')
        self.leave()
        self.assertEqual(self.names(), [ANNOUNCED, 'Batteries', LATE])
        self.assertEqual(self.saved(self.program, self.path)['scenarios'][1]['id'], 'storage-first')

    def test_name_that_is_still_typed_is_saved(self):
        self.manage()
        self.program.click(within=self.row(LATE), tooltip='Rename')
        self.program.find(type='GtkText', focus=True)
        self.program.key('ctrl+a')
        self.program.type('Later')
        self.assertEqual(self.names(), [ANNOUNCED, STORAGE, 'Later'])

    def test_buttons_and_undo(self):
        self.manage()
        self.program.click(within=self.row(STORAGE), tooltip='Delete')
        self.assert_rows(ANNOUNCED, LATE)
        self.program.click(type='GtkButton', text='_Undo')
        self.assert_rows(ANNOUNCED, STORAGE, LATE)
        self.program.click(within=self.row(LATE), tooltip='Duplicate')
        self.assert_rows(ANNOUNCED, STORAGE, LATE, f'{LATE} (copy)')
        self.program.key('ctrl+z')
        self.assert_rows(ANNOUNCED, STORAGE, LATE)

    def test_delete_by_key_goes_on_with_the_next(self):
        self.manage()
        self.select(ANNOUNCED)
        self.program.key('Delete')
        self.assert_rows(STORAGE, LATE)
        self.program.key('Delete')
        self.assert_rows(LATE)
        self.program.key('Delete')
        self.assert_rows()
        self.leave()
        self.assertNotIn('scenarios', self.saved(self.program, self.path))

    def test_move_by_keys(self):
        self.manage()
        self.select(ANNOUNCED)
        self.program.key('alt+Down')
        self.assert_rows(STORAGE, ANNOUNCED, LATE)
        # The row keeps the focus.
        self.program.key('alt+Down')
        self.assert_rows(STORAGE, LATE, ANNOUNCED)
        self.program.key('alt+Down')
        self.program.key('alt+Up')
        self.assert_rows(STORAGE, ANNOUNCED, LATE)
        self.leave()
        self.assertEqual(self.names(), [STORAGE, ANNOUNCED, LATE])

    def test_move_by_drag(self):
        self.manage()
        start = self.program.at(self.row(ANNOUNCED), 0.05, 0.5)
        self.program.drag(start, self.program.at(self.row(LATE), 0.3, 0.8))
        self.assert_rows(STORAGE, LATE, ANNOUNCED)
        self.program.drag(self.program.at(self.row(ANNOUNCED), 0.05, 0.5), self.program.at(self.row(STORAGE), 0.3, 0.2))
        self.assert_rows(ANNOUNCED, STORAGE, LATE)

    def test_row_shows_its_scenario(self):
        self.manage()
        self.select(LATE)
        self.assert_edited(LATE)
        self.program.click(type='AdwActionRow', id='plan_row')
        self.assert_edited(None)


class Overridden(ScenarioTest):
    """An amount that a scenario changes."""

    def setUp(self):
        super().setUp()
        self.show(self.program, ANNOUNCED)
        self.cell = self.program.at(self.first_cell())
        self.program.click(self.cell)
        self.program.type('2bn')
        self.program.key('Return')
        self.assert_toast(f'Set “Smart mining machinery” in “Phase one” to 2.00 bn, in “{ANNOUNCED}”')
        self.program.key('Up')

    def first_cell(self):
        self.program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.program.key('ctrl+Home')
        return self.program.find(type='OutlaySplitCell', label=re.compile('Phase one'))

    def assert_changed(self):
        self.program.find(type='OutlaySplitCell', label=re.compile('changed in this scenario, in the plan: 1.80 bn'))

    def assert_returned(self):
        self.program.find(type='OutlaySplitCell', label=re.compile('Phase one, 1.80 bn yuan$'))
        self.assert_toast(f'Return “Smart mining machinery” in “Phase one” to the plan’s amount, in “{ANNOUNCED}”')
        self.assertNotIn('changes', self.saved(self.program, self.path)['scenarios'][0])
        self.program.key('ctrl+z')
        self.assert_changed()

    def test_by_key(self):
        self.assert_changed()
        self.program.key('ctrl+BackSpace')
        self.assert_returned()

    def test_by_the_dot(self):
        self.assert_changed()
        cell = self.program.find(type='OutlaySplitCell', label=re.compile('Phase one'))
        x, y = self.program.at(cell, 1, 0)
        self.program.click((x - 12, y + 11))
        self.assert_returned()

    def test_tooltip_tells_what_it_returns_to(self):
        x, y = self.program.at(self.program.find(type='OutlaySplitCell', label=re.compile('Phase one')), 0.5, 0.6)
        self.program.move((x, y))
        self.program.move((x + 1, y))
        self.program.find(type='GtkLabel', text='Changed here; in the plan: 1.80 bn. Click the dot to return to it.')

    def test_by_the_menu(self):
        self.program.key('shift+F10')
        self.program.click(type='GtkModelButton', text=re.compile('Return to the Plan’s Amount, 1.80 bn'))
        self.assert_returned()

    def test_of_a_scenario_that_comes_from_another(self):
        self.program.key('ctrl+shift+n')
        self.program.type('Child')
        self.program.key('Return')
        self.assert_edited('Child')
        self.program.click(self.cell)
        self.program.type('2.5bn')
        self.program.key('Return')
        self.program.key('Up')
        self.program.find(type='OutlaySplitCell', label=re.compile(f'changed in this scenario, in “{ANNOUNCED}”: 2.00 bn'))
        self.program.key('ctrl+BackSpace')
        self.program.find(type='OutlaySplitCell', label=re.compile('Phase one, 2.00 bn yuan$'))

    def test_locked_stays(self):
        self.program.key('l')
        self.program.key('ctrl+BackSpace')
        self.program.find(type='GtkLabel', text='This is locked. Press L to unlock it.')
        self.assert_changed()


class PlanOfItsOwn(ScenarioTest):
    def test_save_and_open(self):
        self.show(self.program, STORAGE)
        self.choose('Save as a Plan of Its Own')
        path = self.path.with_name('own.outlay.json')
        self.program.choose_file_to_save(path)
        self.program.click(type='GtkButton', text='_Open')
        self.program.until(lambda: len(self.program.all(type='OutlayWindow')) == 2, 'a window of its own')
        self.program.find(type='OutlayWindow', title=f'Jinchuang Energy Project — {STORAGE}')
        plan = json.loads(path.read_text(encoding='utf-8'))
        self.assertNotIn('scenarios', plan)
        self.assertEqual(indicators(plan), indicators(sample(), 'storage-first'))
        # The plan it was made of is as it was.
        self.assertEqual(json.loads(self.path.read_text(encoding='utf-8')), sample())

    def test_own_file_is_not_written_over(self):
        self.show(self.program, STORAGE)
        self.choose('Save as a Plan of Its Own')
        self.program.find(type='GtkFileChooserDialog')
        self.program.until(lambda: self.program.look(type='GtkText', focus=True), 'the name to have the focus')
        self.program.key('ctrl+a')
        self.program.type(str(self.path))
        self.program.key('Return')
        self.program.click(type='GtkButton', text='_Replace')
        self.program.find(type='GtkLabel', text='The Scenario Was Not Saved')
        self.assertEqual(json.loads(self.path.read_text(encoding='utf-8')), sample())


class Narrow(WindowTest):
    SIZE = (360, 740)

    def test_sheet_takes_the_name_at_once(self):
        program = self.start(self.write('plan.outlay.json', sample()))
        program.key('ctrl+shift+n')
        program.find(type='OutlayScenarioForm')
        program.type('Narrow')
        program.key('Return')
        program.find(type='GtkLabel', text='Create “Narrow”')
        program.key('ctrl+m')
        program.find(type='OutlayScenarioRow', label='Narrow')
        # What the buttons would do is in the menu.
        self.assertIsNone(program.look(tooltip='Duplicate'))


if __name__ == '__main__':
    tap.main()
