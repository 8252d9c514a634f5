# SPDX-License-Identifier: GPL-3.0-or-later
"""An amount that is still being typed is taken when somebody goes elsewhere or does something else, or stays with its fault: it is never lost."""

import re

import tap
from plans import SAMPLE, WindowTest

BASE, ANNOUNCED = 'edits the plan', 'edits “As announced”'


class TypingTest(WindowTest):
    """The Jinchuang plan, where the total is not kept, with an amount being typed into its first cell of 1.8 bn."""

    def setUp(self):
        self.program = self.start(SAMPLE)
        self.program.click(type='GtkSwitch', id='keep_total')
        self.cell = self.program.at(self.program.find(type='OutlaySplitCell'))

    def begin(self, text):
        self.program.click(self.cell)
        self.program.type(text)
        self.program.find(type='GtkEntry', text=text)

    def assert_taken(self, investment='3.45'):
        """The amount is in the plan, the entry is gone, and the program still answers and does not complain."""
        self.program.gone(type='GtkEntry')
        self.assert_card(self.program, f'Investment: {investment} bn')
        self.assertTrue(self.program.actions()['win.undo'])
        self.program.check_log()

    def assert_refused(self, text):
        """What was typed stands there with its fault and can be gone on with."""
        self.program.find(type='GtkEntry', text=text)
        self.program.find(type='GtkLabel', text=re.compile('apples|number|amount', re.IGNORECASE))
        self.assert_card(self.program, 'Investment: 5.20 bn')
        self.assertFalse(self.program.actions()['win.undo'])
        self.program.check_log()

    def assert_edited(self, words):
        self.program.find(type='GtkLabel', id='scenario', text=re.compile(words))


class Leaving(TypingTest):
    def test_by_key_to_another_page(self):
        self.begin('50m')
        self.program.key('alt+6')
        self.program.find(type='OutlayComparePage')
        self.assert_taken()
        self.program.key('alt+1')
        self.program.find(type='OutlaySplitTable')
        self.begin('46m')

    def test_by_the_list_of_pages(self):
        self.begin('50m')
        self.program.click(type='GtkListBoxRow', label='Compare')
        self.program.find(type='OutlayComparePage')
        self.assert_taken()

    def test_opened_by_return(self):
        self.program.click(self.cell)
        self.program.key('Return')
        self.program.key('ctrl+a')
        self.program.type('50m')
        self.program.key('alt+6')
        self.assert_taken()

    def test_nothing_was_changed(self):
        self.program.click(self.cell)
        self.program.key('Return')
        self.program.find(type='GtkEntry')
        self.program.key('alt+6')
        self.program.find(type='OutlayComparePage')
        self.program.gone(type='GtkEntry')
        self.assertFalse(self.program.actions()['win.undo'])

    def test_by_a_card(self):
        self.begin('50m')
        self.program.click(self.card(self.program, 'IRR'))
        self.assert_taken()
        self.assertIsNone(self.program.look(type='OutlaySplitCell', focus=True))

    def test_by_the_history(self):
        self.begin('50m')
        self.program.key('ctrl+h')
        self.program.find(type='GtkLabel', text='As it was opened')
        self.assert_taken()
        self.program.click(text='As it was opened')
        self.assert_card(self.program, 'Investment: 5.20 bn')

    def test_by_the_history_button(self):
        self.begin('50m')
        self.program.click(id='history_button')
        self.program.find(type='GtkLabel', text='As it was opened')
        self.assert_taken()

    def test_by_the_menu(self):
        self.begin('50m')
        self.program.key('F10')
        self.program.find(type='GtkModelButton')
        self.assert_taken()
        self.program.key('Escape')
        self.program.gone(type='GtkModelButton')
        self.begin('46m')

    def test_sum_is_added_once(self):
        self.program.click(self.cell)
        self.program.key('F2')
        self.program.key('ctrl+a')
        self.program.type('+0.2bn')
        self.program.key('F10')
        self.program.find(type='GtkModelButton')
        self.assert_taken('5.40')

    def test_what_cannot_be_read_stays(self):
        self.begin('3apples')
        self.program.key('F10')
        self.program.find(type='GtkModelButton')
        self.assert_refused('3apples')
        self.program.key('Escape')
        self.program.key('alt+6')
        self.program.find(type='OutlayComparePage')
        self.program.key('alt+1')
        self.assert_refused('3apples')

    def test_closing_asks(self):
        self.begin('50m')
        self.program.key('ctrl+w')
        self.program.find(type='GtkLabel', text='Save Changes?')
        self.program.key('alt+d', settle=False)
        self.assertEqual(self.program.wait_for_end(), 0)
        self.program.check_log()


class Scenarios(TypingTest):
    """What was typed goes into the scenario it was typed in."""

    def choose(self, name):
        self.program.click(type='OutlayScenarioSwitcher', id='scenario_switcher', across=0.3)
        self.program.click(within=self.program.find(type='GtkPopover'), type='GtkLabel', text=name)

    def in_scenario(self):
        self.program.key('ctrl+Page_Down')
        self.assert_edited(ANNOUNCED)
        self.begin('33m')

    def assert_only_in_scenario(self):
        self.assert_edited(BASE)
        self.program.gone(type='GtkEntry')
        self.assert_card(self.program, 'Investment: 5.20 bn')
        self.program.key('ctrl+Page_Down')
        self.assert_edited(ANNOUNCED)
        self.assert_taken('3.43')

    def test_by_key(self):
        self.begin('33m')
        self.program.key('ctrl+Page_Down')
        self.assert_edited(ANNOUNCED)
        self.assert_taken('3.43')
        self.program.key('ctrl+Page_Up')
        self.assert_edited(BASE)
        self.assert_taken('3.43')

    def test_by_key_out_of_a_scenario(self):
        self.in_scenario()
        self.program.key('ctrl+Page_Up')
        self.assert_only_in_scenario()

    def test_by_the_switcher(self):
        self.in_scenario()
        self.choose('Base')
        self.assert_only_in_scenario()

    def test_in_the_dialog(self):
        self.in_scenario()
        self.program.key('ctrl+m')
        self.program.find(type='OutlayScenariosDialog')
        self.assert_taken('3.43')

    def test_what_cannot_be_read_keeps_the_scenario(self):
        self.begin('3apples')
        self.program.key('ctrl+Page_Down')
        self.assert_refused('3apples')
        self.assert_edited(BASE)
        switcher = self.program.find(type='OutlayScenarioSwitcher', id='scenario_switcher')
        self.program.find(within=switcher, type='GtkLabel', text='Base')
        self.choose('As announced')
        self.assert_refused('3apples')
        self.assert_edited(BASE)
        self.program.key('ctrl+m')
        self.assert_refused('3apples')
        self.assertIsNone(self.program.look(type='OutlayScenariosDialog'))

    def test_what_holds_up_is_shown(self):
        self.begin('3apples')
        self.program.key('alt+6')
        self.program.find(type='OutlayComparePage')
        self.program.key('ctrl+Page_Down')
        self.program.find(type='OutlaySplitTable')
        self.assert_refused('3apples')
        self.program.key('ctrl+a')
        self.program.type('33m')
        self.program.key('Return')
        self.assert_taken('3.43')


class History(TypingTest):
    """Steps go from what was typed."""

    def setUp(self):
        super().setUp()
        self.begin('2bn')
        self.program.key('Return')
        self.assert_card(self.program, 'Investment: 5.40 bn')

    def test_undo_takes_back_what_was_typed(self):
        self.begin('50m')
        self.program.key('alt+6')
        self.program.key('ctrl+z')
        self.assert_card(self.program, 'Investment: 5.40 bn')
        self.program.key('ctrl+shift+z')
        self.assert_card(self.program, 'Investment: 3.45 bn')

    def test_undo_of_another_scenario(self):
        self.program.key('ctrl+Page_Down')
        self.assert_edited(ANNOUNCED)
        self.begin('3apples')
        self.program.key('alt+6')
        self.program.find(type='OutlayComparePage')
        self.program.key('ctrl+z')
        self.program.find(type='GtkEntry', text='3apples')
        self.assert_edited(ANNOUNCED)
        self.assert_card(self.program, 'Investment: 5.40 bn')

    def test_redo_does_not_pass_over_it(self):
        self.program.key('ctrl+z')
        self.assert_card(self.program, 'Investment: 5.20 bn')
        self.program.key('Up')
        self.program.type('50m')
        self.program.key('alt+6')
        self.program.key('ctrl+shift+z')
        self.assert_card(self.program, 'Investment: 3.45 bn')


if __name__ == '__main__':
    tap.main()
