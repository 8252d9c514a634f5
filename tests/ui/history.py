# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits can be undone, and a plan with unsaved changes does not close unasked."""

import json
import re

import tap
from plans import WindowTest, design_year, sample


class Edited(WindowTest):
    """A plan in a file, whose first cell is set to 2 bn. The total is not kept, so that 0.2 bn are added."""

    def setUp(self):
        self.path = self.write('plan.outlay.json', sample())
        self.program = self.start(self.path)
        self.program.click(type='GtkSwitch', id='keep_total')
        self.cell = self.program.at(self.program.find(type='OutlaySplitCell'))
        self.type_amount('2bn')
        self.assert_card(self.program, 'Investment: 5.40 bn')

    def type_amount(self, text):
        self.program.click(self.cell)
        self.program.type(text)
        self.program.key('Return')

    def edited(self):
        plan = sample()
        plan['initiatives'][0]['investment']['phase-1'] = 2e9
        return plan

    def assert_title(self, title):
        self.program.find(type='GtkLabel', text=title)
        self.program.find(type='OutlayWindow', title=title)

    def read(self):
        return json.loads(self.path.read_text(encoding='utf-8'))

    def assert_asked(self):
        self.program.find(type='GtkLabel', text='Save Changes?')

    def close(self):
        self.program.key('ctrl+w')
        self.assert_asked()


class Undo(Edited):
    def test_undo_and_redo(self):
        output = design_year(self.edited(), 'output-value')
        self.assert_card(self.program, f'Output, 2028: {output / 1e9:.2f} bn')
        self.assert_title('• Jinchuang Energy Project')
        self.program.key('ctrl+z')
        self.assert_card(self.program, 'Investment: 5.20 bn')
        self.assert_title('Jinchuang Energy Project')
        self.assertFalse(self.program.actions()['win.undo'])
        self.program.key('ctrl+shift+z')
        self.assert_card(self.program, 'Investment: 5.40 bn')
        self.assert_title('• Jinchuang Energy Project')
        self.assertFalse(self.program.actions()['win.redo'])

    def test_undo_button_tells_what(self):
        undo = self.program.find(type='GtkButton', id='undo_button')
        self.assertRegex(undo.tooltip, '^Undo: .*Smart mining machinery')
        self.program.click(undo)
        self.assert_card(self.program, 'Investment: 5.20 bn')

    def test_undo_shows_the_scenario_it_is_about(self):
        self.program.key('ctrl+Page_Up')
        late = 'Phase two a year late'
        self.program.find(type='GtkLabel', text=late)
        self.program.key('ctrl+z')
        self.program.gone(type='GtkLabel', text=late)
        self.assert_card(self.program, 'Investment: 5.20 bn')


class Steps(Edited):
    """The list of all steps, the latest on top."""

    def setUp(self):
        super().setUp()
        self.type_amount('2.2bn')
        self.type_amount('2.4bn')
        self.assert_card(self.program, 'Investment: 5.80 bn')

    def rows(self):
        return self.program.all(self.program.find(type='OutlayHistoryPopover'), type='GtkListItemWidget')

    def open(self):
        self.program.key('ctrl+h')
        self.program.find(type='GtkLabel', text='As it was opened')

    def test_jump_to_any(self):
        self.open()
        self.assertEqual(len(self.rows()), 4)
        self.program.click(text='As it was opened')
        self.assert_card(self.program, 'Investment: 5.20 bn')
        self.assert_title('Jinchuang Energy Project')
        self.program.gone(type='GtkLabel', text='As it was opened')
        self.program.click(id='history_button')
        self.program.find(type='GtkLabel', text='As it was opened')
        self.program.click(self.rows()[1])
        self.assert_card(self.program, 'Investment: 5.60 bn')
        self.assertTrue(self.program.actions()['win.redo'])

    def test_by_keyboard(self):
        self.open()
        self.program.key('Down')
        self.program.key('Down')
        self.program.key('Return')
        self.assert_card(self.program, 'Investment: 5.40 bn')

    def test_scenario_is_told(self):
        self.program.key('ctrl+Page_Down')
        self.type_amount('2bn')
        self.open()
        self.program.find(type='GtkLabel', text=re.compile('2.00 bn, in “As announced”$'))
        self.assertRegex(self.program.find(type='GtkButton', id='undo_button').tooltip, 'in “As announced”$')

    def test_saved_state_is_marked(self):
        self.program.key('ctrl+z')
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.open()
        saved = self.program.find(type='GtkLabel', text='Saved')
        self.assertTrue(self.rows()[1].y <= saved.y <= self.rows()[1].y + self.rows()[1].height)


class Save(Edited):
    def test_saved_plan_is_clean_and_undoing_is_a_change(self):
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.assert_title('Jinchuang Energy Project')
        self.program.find(type='GtkLabel', text=re.compile(r'^Saved \d\d:\d\d$'))
        self.assertEqual(self.read(), self.edited())
        self.program.key('ctrl+z')
        self.assert_title('• Jinchuang Energy Project')
        self.program.key('ctrl+shift+z')
        self.assert_title('Jinchuang Energy Project')

    def test_scenario_is_edited_and_the_plan_is_not(self):
        self.program.key('ctrl+z')
        self.program.key('ctrl+Page_Down')
        self.type_amount('2bn')
        self.assert_card(self.program, 'Investment: 5.40 bn')
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        plan = self.read()
        self.assertEqual(plan['initiatives'], sample()['initiatives'])
        self.assertEqual(plan['scenarios'][0]['changes'], {'initiatives.mining.investment.phase-1': 2e9})


class Close(Edited):
    def test_cancel(self):
        self.close()
        self.program.key('Escape')
        self.program.gone(type='GtkLabel', text='Save Changes?')
        self.assert_card(self.program, 'Investment: 5.40 bn')
        self.assertEqual(self.read(), sample())

    def test_discard(self):
        self.close()
        self.program.key('alt+d', settle=False)
        self.assertEqual(self.program.wait_for_end(), 0)
        self.assertEqual(self.read(), sample())

    def test_save(self):
        self.close()
        self.program.key('Return', settle=False)
        self.assertEqual(self.program.wait_for_end(), 0)
        self.assertEqual(self.read(), self.edited())

    def test_quit_asks_too(self):
        self.program.key('ctrl+q')
        self.assert_asked()


class Typing(Edited):
    """What is still being typed when the plan is saved or closed."""

    def begin_typing(self, text):
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.program.click(self.cell)
        self.program.type(text)

    def test_saving_takes_it(self):
        self.begin_typing('3bn')
        self.program.key('ctrl+s')
        self.program.until(lambda: self.read()['initiatives'][0]['investment']['phase-1'] == 3e9, 'the typed amount in the file')

    def test_what_cannot_be_read_is_not_passed_over(self):
        self.begin_typing('3bm')
        self.program.key('ctrl+s')
        self.program.find(type='GtkEntry', text='3bm')
        self.assertEqual(self.read(), self.edited())

    def test_closing_asks(self):
        self.begin_typing('3bn')
        self.close()
        self.program.key('Return', settle=False)
        self.assertEqual(self.program.wait_for_end(), 0)
        self.assertEqual(self.read()['initiatives'][0]['investment']['phase-1'], 3e9)


if __name__ == '__main__':
    tap.main()
