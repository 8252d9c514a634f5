# SPDX-License-Identifier: GPL-3.0-or-later
"""What was open and done comes back at the next start, however the last one ended."""

import errno
import json
import os
import re
import time

import tap
from Xlib import X
from plans import WindowTest, sample


class Session(WindowTest):
    """A plan in a file, opened in a home of its own."""

    def setUp(self):
        self.home = self.desktop.home(f'home-{self.id()}')
        self.path = self.write('plan.outlay.json', sample())
        self.program = self.start(self.path, home=self.home)
        cell, table = self.program.at(self.program.find(type='OutlaySplitCell')), self.corner()
        self.offset = cell[0] - table[0], cell[1] - table[1]

    def corner(self):
        return self.program.at(self.program.find(type='OutlaySplitTable'), 0, 0)

    def edit(self, amount):
        program = self.program
        corner = self.corner()
        program.click((corner[0] + self.offset[0], corner[1] + self.offset[1]))
        program.type(amount)
        program.key('Return')
        program.find(type='GtkLabel', text=re.compile(f'^Set “Smart mining machinery” in “Phase one” to {amount[:-2]}'))

    def kept(self):
        """Waits until all that was done is in the journals: they have not grown for longer than anything is held back."""
        sizes, since = None, time.monotonic()

        def still():
            nonlocal sizes, since
            now = [path.stat().st_size for path in self.home.glob('.local/state/outlay/drafts/*/journal')]
            if now != sizes:
                sizes, since = now, time.monotonic()
            return time.monotonic() - since > 0.7

        self.program.until(still, 'the journals to stand still')

    def crash(self):
        self.kept()
        self.program.crash()

    def restart(self, *arguments):
        self.program = self.start(*arguments, home=self.home)
        return self.program

    def windows(self):
        return self.program.all(type='OutlayWindow')

    def assert_windows(self, *titles):
        self.program.until(lambda: sorted(window.title for window in self.windows()) == sorted(titles), f'windows {titles}')

    def read(self):
        return json.loads(self.path.read_text(encoding='utf-8'))


class Results(Session):
    def test_the_statement_and_its_scope_are_kept(self):
        program = self.program
        program.key('alt+4')
        program.click(type='GtkDropDown', id='kinds')
        program.click(program.find(type='GtkLabel', text='Profit and its appropriation', within=program.find(type='GtkPopover')))
        program.click(type='GtkDropDown', id='scopes')
        program.click(program.find(type='GtkLabel', text='Energy storage', within=program.find(type='GtkPopover')))
        program.find(type='OutlayStatementTable', label=re.compile('^Profit and its appropriation, Energy storage'))
        self.crash()
        self.restart().find(type='OutlayStatementTable', label=re.compile('^Profit and its appropriation, Energy storage'))


class Crash(Session):
    def test_unsaved_work_is_back_and_said_so(self):
        self.edit('2.00bn')
        self.edit('2.20bn')
        self.crash()
        program = self.restart()
        program.find(type='GtkLabel', text='Your unsaved changes are back')
        self.assert_windows('• Jinchuang Energy Project')
        self.assert_card(program, 'Investment: 5.20 bn')
        self.assertEqual(self.read(), sample())
        undo = program.find(type='GtkButton', id='undo_button')
        self.assertRegex(undo.tooltip, '2.20 bn')
        program.key('ctrl+z')
        program.key('ctrl+z')
        self.assert_windows('Jinchuang Energy Project')
        program.key('ctrl+shift+z')
        program.key('ctrl+s')
        program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.assertEqual(self.read()['initiatives'][0]['investment']['phase-1'], 2e9)

    def test_again_and_again(self):
        for amount in ('2.00bn', '2.20bn', '2.40bn'):
            self.edit(amount)
            self.crash()
            self.restart().find(type='GtkLabel', text='Your unsaved changes are back')
        for amount in ('2.40', '2.20', '2.00'):
            self.assertRegex(self.program.find(type='GtkButton', id='undo_button').tooltip, amount)
            self.program.key('ctrl+z')
        self.assert_windows('Jinchuang Energy Project')

    def test_drag_that_was_not_ended(self):
        cell = self.program.find(type='OutlaySplitCell')
        self.program.move(cell, 0.5)
        self.program.press()
        for across in (0.55, 0.6, 0.65):
            self.program.move(cell, across)
        self.program.until(self.is_doing, 'the drag in the journal')
        self.program.crash()
        self.program._fake(X.ButtonRelease, 1)
        self.restart().find(type='GtkLabel', text='Your unsaved changes are back')

    def is_doing(self):
        return any('"doing"' in path.read_text(encoding='utf-8') for path in self.home.glob('.local/state/outlay/drafts/*/journal'))

    def test_every_window(self):
        other = self.write('other.outlay.json', sample() | {'name': 'Other plan'})
        self.edit('2.00bn')
        self.program.key('ctrl+o')
        self.program.choose_file_to_open(other)
        self.assert_windows('• Jinchuang Energy Project', 'Other plan')
        self.crash()
        self.restart()
        self.assert_windows('• Jinchuang Energy Project', 'Other plan')

    def test_scenario_and_comparison(self):
        self.program.key('ctrl+Page_Down')
        self.program.key('ctrl+Page_Down')
        self.program.key('ctrl+shift+Page_Down')
        self.program.find(type='GtkLabel', text='Storage first')
        self.edit('2.00bn')
        self.crash()
        self.restart().find(type='GtkLabel', text='Storage first')
        self.program.find(type='OutlayIndicatorCard', description=re.compile('vs Base'))

    def test_page(self):
        self.program.key('alt+6')
        self.program.find(type='GtkLabel', text='Indicators')
        self.crash()
        self.restart().find(type='GtkLabel', text='Indicators')

    def test_what_is_compared(self):
        program = self.program
        program.key('alt+6')
        program.click(type='GtkToggleButton', label='As announced')
        program.click(type='GtkToggleButton', label='Phase two a year late')
        self.choose('outcome', 'Payback after tax')
        self.choose('from', 'Storage first')
        program.find(type='OutlayChartView', label='Payback after tax: from Storage first to Phase two a year late')
        self.crash()
        program = self.restart()
        program.find(type='OutlayChartView', label='Payback after tax: from Storage first to Phase two a year late')
        chosen = {button.label: button.active for button in program.all(type='GtkToggleButton') if button.label}
        self.assertEqual({name: chosen[name] for name in ('Base', 'As announced', 'Storage first', 'Phase two a year late')},
                         {'Base': True, 'As announced': False, 'Storage first': True, 'Phase two a year late': True})

    def test_what_is_compared_may_be_gone(self):
        """The one that goes was seen by the view; the journal tells of its going only afterwards."""
        program = self.program
        program.key('alt+6')
        program.click(type='GtkToggleButton', label='Phase two a year late')
        self.choose('to', 'Storage first')
        program.find(type='OutlayChartView', label='NPV after tax: from Base to Storage first')
        for _ in range(2):
            program.key('ctrl+Page_Down')
        program.click(tooltip='Manage the scenarios')
        program.click(type='GtkModelButton', text=re.compile('Delete'))
        program.find(type='GtkLabel', text=re.compile('^Delete “Storage first”'))
        self.crash()
        program = self.restart()
        program.find(type='OutlayChartView', label='NPV after tax: from Base to Phase two a year late')
        self.assertTrue(program.find(type='GtkToggleButton', label='Phase two a year late').active)

    def choose(self, id, name):
        self.program.click(type='GtkDropDown', id=id)
        popover = self.program.find(type='GtkPopover')
        self.program.click(self.program.find(within=popover, type='GtkLabel', text=name))

    def test_another_file_is_asked_for(self):
        other = self.write('other.outlay.json', sample() | {'name': 'Other plan'})
        self.edit('2.00bn')
        self.crash()
        self.restart(other)
        self.assert_windows('• Jinchuang Energy Project', 'Other plan')


class Base(Session):
    def test_a_draft_begins_with_the_file_as_it_was_read(self):
        """Nothing is written anew, which would take long; and the text of another program is as good."""
        by_hand = '\n' + json.dumps(sample() | {'name': 'By hand'}, indent=7) + '\n\n'
        other = self.write('by-hand.outlay.json', by_hand)
        self.program.key('ctrl+o')
        self.program.choose_file_to_open(other)
        self.assert_windows('Jinchuang Energy Project', 'By hand')
        self.program.until(lambda: any(window.title == 'By hand' and window.active for window in self.windows()), 'its window')
        self.kept()
        bases = [path.read_text(encoding='utf-8') for path in self.home.glob('.local/state/outlay/drafts/*/base.outlay.json')]
        self.assertIn(by_hand, bases)
        self.program.key('ctrl+Page_Down')
        self.program.key('ctrl+d')
        self.program.find(type='GtkLabel', text=re.compile('^Duplicate “'))
        self.crash()
        self.restart()
        self.assert_windows('Jinchuang Energy Project', '• By hand')


class Trouble(Session):
    """The disk that drafts are kept on is full for a while."""

    def setUp(self):
        super().setUp()
        self.program.crash()
        self.fault = self.home / 'fault'
        failing = self.home / 'failing.so'
        failing.symlink_to(os.environ['OUTLAY_FAILING_IO'])
        self.program = self.start(self.path, home=self.home, environment={
            'LD_PRELOAD': f'{self.home}/probe.so:{failing}', 'FAILING_IO_UNDER': f'{self.home}/.local/', 'FAILING_IO_WHILE': str(self.fault)})

    def test_full_disk_is_told_as_long_as_it_lasts(self):
        self.edit('2.00bn')
        self.kept()
        self.fault.write_text(str(errno.ENOSPC), encoding='ascii')
        told = re.compile('^Changes cannot be kept as a draft: .*Save the plan to keep your work')
        self.program.key('ctrl+z')
        self.program.find(type='GtkLabel', text=told)
        self.program.key('ctrl+shift+z')
        self.fault.unlink()
        self.program.gone(type='GtkLabel', text=told)
        self.crash()
        self.restart().find(type='GtkLabel', text='Your unsaved changes are back')
        self.assertRegex(self.program.find(type='GtkButton', id='undo_button').tooltip, '2.00 bn')


class Files(Session):
    """The file is not as it was left."""

    def test_changed_file_is_opened_beside_the_draft(self):
        self.edit('2.00bn')
        self.crash()
        changed = sample() | {'name': 'Changed plan'}
        self.path.write_text(json.dumps(changed), encoding='utf-8')
        program = self.restart()
        self.assert_windows('• Jinchuang Energy Project', 'Changed plan')
        program.find(type='GtkLabel', text=re.compile('^“plan.outlay.json” was changed by somebody else meanwhile'))
        self.assertEqual(self.read(), changed)

    def test_changed_file_without_unsaved_work(self):
        self.crash()
        self.path.write_text(json.dumps(sample() | {'name': 'Changed plan'}), encoding='utf-8')
        self.restart()
        self.assert_windows('Changed plan')

    def test_touched_file_is_the_same(self):
        self.edit('2.00bn')
        self.crash()
        self.path.touch()
        self.restart()
        self.assert_windows('• Jinchuang Energy Project')

    def forget_the_save(self):
        """The journal as it is when the program ends after the file was replaced, and before it could say so."""
        [journal] = self.home.glob('.local/state/outlay/drafts/*/journal')
        lines = journal.read_text(encoding='utf-8').splitlines(keepends=True)
        kept = [line for line in lines if not line[17:].startswith('{"saved"')]
        self.assertEqual(len(kept), len(lines) - 1)
        journal.write_text(''.join(kept), encoding='utf-8')

    def test_a_save_that_was_the_last_thing_is_ones_own(self):
        self.edit('2.00bn')
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.crash()
        self.forget_the_save()
        self.restart()
        self.assert_windows('Jinchuang Energy Project')
        self.program.key('ctrl+z')
        self.assert_windows('• Jinchuang Energy Project')

    def test_a_save_of_what_was_given_up_since_is_ones_own(self):
        self.edit('2.00bn')
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.program.key('ctrl+z')
        self.edit('2.20bn')
        self.crash()
        self.forget_the_save()
        self.restart()
        self.assert_windows('• Jinchuang Energy Project')
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.assertEqual(self.read()['initiatives'][0]['investment']['phase-1'], 2.2e9)

    def test_deleted_file(self):
        self.crash()
        self.path.unlink()
        program = self.restart()
        program.find(type='GtkLabel', text=re.compile('^“plan.outlay.json” is gone from the disk'))
        self.assert_windows('• Jinchuang Energy Project')

    def test_draft_that_cannot_be_read(self):
        self.edit('2.00bn')
        self.crash()
        draft = next(self.home.glob('.local/state/outlay/drafts/*'))
        (draft / 'base.outlay.json').write_text('{', encoding='utf-8')
        program = self.restart()
        program.find(type='GtkLabel', text='Not Everything Came Back')
        self.assertTrue(draft.with_name(draft.name + '.unreadable').exists())


class End(Session):
    def test_history_outlives_a_proper_end(self):
        self.edit('2.00bn')
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.quit(self.program)
        self.restart()
        self.assert_windows('Jinchuang Energy Project')
        self.assertIsNone(self.program.look(type='GtkLabel', text='Your unsaved changes are back'))
        self.program.key('ctrl+z')
        self.assert_windows('• Jinchuang Energy Project')

    def test_what_was_discarded_can_be_done_again(self):
        self.edit('2.00bn')
        self.program.key('ctrl+q')
        self.program.find(type='GtkLabel', text='Save Changes?')
        self.program.key('alt+d', settle=False)
        self.assertEqual(self.program.wait_for_end(), 0)
        self.restart()
        self.assert_windows('Jinchuang Energy Project')
        self.program.key('ctrl+shift+z')
        self.program.find(type='GtkButton', id='undo_button', tooltip=re.compile('2.00 bn'))

    def test_who_cancels_keeps_every_window(self):
        other = self.write('other.outlay.json', sample() | {'name': 'Other plan'})
        self.edit('2.00bn')
        self.program.key('ctrl+o')
        self.program.choose_file_to_open(other)
        self.assert_windows('• Jinchuang Energy Project', 'Other plan')
        for _again in range(2):
            self.program.key('ctrl+q')
            self.program.find(type='GtkLabel', text='Save Changes?')
            self.program.key('Escape')
            self.program.gone(type='GtkLabel', text='Save Changes?')
            self.assert_windows('• Jinchuang Energy Project', 'Other plan')
        self.program.key('ctrl+q')
        self.program.find(type='GtkLabel', text='Save Changes?')
        self.program.key('Return', settle=False)
        self.assertEqual(self.program.wait_for_end(), 0)
        self.assertEqual(self.read()['initiatives'][0]['investment']['phase-1'], 2e9)
        self.restart()
        self.assert_windows('Jinchuang Energy Project', 'Other plan')

    def test_closed_window_stays_closed(self):
        other = self.write('other.outlay.json', sample() | {'name': 'Other plan'})
        self.program.key('ctrl+o')
        self.program.choose_file_to_open(other)
        self.assert_windows('Jinchuang Energy Project', 'Other plan')
        self.program.until(lambda: any(window.title == 'Other plan' and window.active for window in self.windows()), 'its window')
        self.program.key('ctrl+w')
        self.assert_windows('Jinchuang Energy Project')
        self.quit(self.program)
        self.restart()
        self.assert_windows('Jinchuang Energy Project')

    def test_every_window_of_the_end(self):
        other = self.write('other.outlay.json', sample() | {'name': 'Other plan'})
        self.program.key('ctrl+o')
        self.program.choose_file_to_open(other)
        self.assert_windows('Jinchuang Energy Project', 'Other plan')
        self.quit(self.program)
        self.restart()
        self.assert_windows('Jinchuang Energy Project', 'Other plan')


if __name__ == '__main__':
    tap.main()
