# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan that cannot be saved: why is told, the file stays as it was, and by keyboard alone there is a way on from everywhere."""

import errno
import json
import os
import re
import shutil

import tap
from plans import WindowTest, sample

TITLE = 'Jinchuang Energy Project'


class Edited(WindowTest):
    """A plan in a folder of its own on a disk that can be made to fail. Its first cell is set to 2 bn, so that 0.2 bn are added."""

    def setUp(self):
        self.home = self.desktop.home(f'home-{self.id()}')
        self.folder = self.home / 'plans'
        self.folder.mkdir()
        self.path = self.folder / 'plan.outlay.json'
        self.write_plan(sample())
        self.fault = self.home / 'fault'
        # LD_PRELOAD takes a space in a path for the end of it.
        failing = self.home / 'failing.so'
        failing.symlink_to(os.environ['OUTLAY_FAILING_IO'])
        self.program = self.start(self.path, home=self.home, environment={
            'LD_PRELOAD': f'{self.home}/probe.so:{failing}', 'FAILING_IO_UNDER': f'{self.folder}/', 'FAILING_IO_WHILE': str(self.fault)})
        self.program.click(type='GtkSwitch', id='keep_total')
        self.program.click(type='OutlaySplitCell')
        self.program.type('2bn')
        self.program.key('Return')
        self.assert_card(self.program, 'Investment: 5.40 bn')

    def write_plan(self, plan):
        self.path.write_text(json.dumps(plan, ensure_ascii=False, indent=2), encoding='utf-8')

    def read(self, path=None):
        return json.loads((path or self.path).read_text(encoding='utf-8'))

    def edited(self):
        plan = sample()
        plan['initiatives'][0]['investment']['phase-1'] = 2e9
        return plan

    def break_disk(self, fault):
        self.fault.write_text(str(fault), encoding='ascii')

    def mend_disk(self):
        self.fault.unlink()

    def save(self, heading, body):
        """Saves, and is told why not."""
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text=heading)
        self.program.find(type='GtkLabel', text=re.compile(body))
        # The dialog speaks to a screen reader too.
        self.program.find(label=re.compile(heading), role='alert-dialog')
        self.program.find(type='OutlayWindow', title=f'• {TITLE}')

    def answer(self, key):
        self.program.key(key)
        self.program.gone(role='alert-dialog')

    def assert_saved(self, path=None):
        path = path or self.path
        self.program.find(type='GtkLabel', text=f'Saved “{path.name}”')
        self.program.find(type='OutlayWindow', title=TITLE)
        self.assertEqual(self.read(path), self.edited())
        self.assert_no_strays()

    def assert_no_strays(self):
        if self.folder.exists():
            self.assertEqual([name for name in os.listdir(self.folder) if name.startswith('.')], [])

    def save_elsewhere(self):
        self.answer('alt+a')
        other = self.home / 'other.outlay.json'
        self.program.choose_file_to_save(other)
        self.assert_saved(other)

    def windows(self):
        return {window.title for window in self.program.all(type='OutlayWindow')}

    def await_windows(self, *titles):
        self.program.until(lambda: self.windows() == set(titles), f'windows {titles}')


class Disk(Edited):
    def test_full_disk_and_trying_again(self):
        self.break_disk(errno.ENOSPC)
        self.save('The Plan Was Not Saved', 'The disk is full')
        self.assertEqual(self.read(), sample())
        self.assert_no_strays()
        self.mend_disk()
        self.answer('alt+t')
        self.assert_saved()

    def test_trying_again_in_vain(self):
        self.break_disk(errno.EDQUOT)
        self.save('The Plan Was Not Saved', 'The disk is full')
        self.program.key('alt+t')
        self.program.find(type='GtkLabel', text=re.compile('The disk is full'))
        self.answer('Escape')
        self.assertEqual(self.read(), sample())
        self.program.find(type='OutlayWindow', title=f'• {TITLE}')

    def test_read_only_disk_and_saving_elsewhere(self):
        self.break_disk(errno.EROFS)
        self.save('The Plan Was Not Saved', 'can only be read')
        self.save_elsewhere()
        self.assertEqual(self.read(), sample())

    def test_forbidden_folder_and_return(self):
        self.break_disk(errno.EACCES)
        self.save('The Plan Was Not Saved', 'You may not write there')
        # Return stands for the suggested way.
        self.program.key('Return')
        other = self.home / 'other.outlay.json'
        self.program.choose_file_to_save(other)
        self.assert_saved(other)

    def test_unreachable_server(self):
        self.break_disk(errno.ENOTCONN)
        self.save('The Plan Was Not Saved', 'The disk or the server cannot be reached')
        self.mend_disk()
        self.answer('alt+t')
        self.assert_saved()

    def test_read_only_file(self):
        self.path.chmod(0o444)
        self.save('The Plan Was Not Saved', 'protected against writing')
        self.save_elsewhere()
        self.assertEqual(self.read(), sample())

    def test_vanished_folder(self):
        shutil.rmtree(self.folder)
        self.save('The Plan Was Not Saved', 'folder does not exist')
        self.save_elsewhere()

    def test_cancelled_save_as_after_a_failure(self):
        shutil.rmtree(self.folder)
        self.save('The Plan Was Not Saved', 'folder does not exist')
        self.answer('alt+a')
        self.program.find(type='GtkFileChooserDialog')
        self.program.key('Escape')
        self.program.gone(type='GtkFileChooserDialog')
        self.program.find(type='OutlayWindow', title=f'• {TITLE}')
        # Nothing is taken for still being under way.
        self.folder.mkdir()
        self.write_plan(sample())
        self.program.key('ctrl+s')
        self.assert_saved()


class Closing(Edited):
    def close_and_save(self):
        self.program.key('ctrl+w')
        self.program.find(type='GtkLabel', text='Save Changes?')
        self.program.key('Return')

    def test_a_failure_keeps_the_window(self):
        self.break_disk(errno.ENOSPC)
        self.close_and_save()
        self.program.find(type='GtkLabel', text=re.compile('The disk is full'))
        self.program.key('Escape')
        self.program.find(type='OutlayWindow', title=f'• {TITLE}')

    def test_closing_goes_on_once_it_is_saved_elsewhere(self):
        self.break_disk(errno.ENOSPC)
        self.close_and_save()
        self.program.find(type='GtkLabel', text=re.compile('The disk is full'))
        self.program.key('alt+a')
        other = self.home / 'other.outlay.json'
        self.program.find(type='GtkFileChooserDialog')
        self.program.until(lambda: self.program.look(type='GtkText', focus=True), 'the name to have the focus')
        self.program.key('ctrl+a')
        self.program.type(str(other))
        self.program.key('Return', settle=False)
        self.assertEqual(self.program.wait_for_end(), 0)
        self.assertEqual(self.read(other), self.edited())

    def test_closing_waits_for_a_slow_save(self):
        self.break_disk('slow')
        self.program.key('ctrl+s')
        self.program.key('ctrl+w')
        self.assertEqual(self.read(), sample())
        self.assertIsNotNone(self.program.look(type='OutlayWindow'))
        self.assertEqual(self.program.wait_for_end(), 0)
        self.assertEqual(self.read(), self.edited())
        self.assert_no_strays()

    def test_window_lives_during_a_slow_save(self):
        self.break_disk('slow')
        self.program.key('ctrl+s')
        self.program.key('ctrl+z')
        self.assert_card(self.program, 'Investment: 5.20 bn')
        self.assertEqual(self.read(), sample())
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        # The save was of the plan before the step back, which is a change since.
        self.assertEqual(self.read(), self.edited())
        self.program.find(type='OutlayWindow', title=f'• {TITLE}')


class Changed(Edited):
    """Somebody else has saved another plan under the name."""

    def setUp(self):
        super().setUp()
        self.theirs = sample() | {'name': 'Their plan'}
        self.write_plan(self.theirs)
        self.save('Changed by Somebody Else', 'somebody else has changed it since it was opened')
        self.assertEqual(self.read(), self.theirs)

    def test_overwrite(self):
        self.answer('alt+o')
        self.assert_saved()

    def test_save_as(self):
        self.save_elsewhere()
        self.assertEqual(self.read(), self.theirs)

    def test_cancel_and_save_again(self):
        self.answer('Escape')
        self.assertEqual(self.read(), self.theirs)
        self.save('Changed by Somebody Else', 'untouched')

    def test_compare_shows_both(self):
        # Return stands for looking first.
        self.answer('Return')
        self.await_windows(f'• {TITLE}', 'Their plan')
        self.program.find(type='GtkLabel', text='“plan.outlay.json” as it is on disk')
        self.assertEqual(self.read(), self.theirs)
        # A copy to look at asks nothing when it is closed.
        self.program.key('ctrl+w')
        self.await_windows(f'• {TITLE}')

    def test_reload_keeps_what_was_not_saved(self):
        self.answer('alt+r')
        self.await_windows(f'• {TITLE}', 'Their plan')
        self.program.find(type='GtkLabel', text='Your changes to “plan.outlay.json”, not saved')
        self.program.find(type='GtkLabel', text=re.compile('^plan.outlay.json — '))
        self.program.find(type='GtkLabel', text='Reloaded “plan.outlay.json”; your changes are in a window of their own')
        self.assertEqual(self.read(), self.theirs)
        # Their plan is what is saved from now on in the window.
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Saved “plan.outlay.json”')
        self.assertEqual(self.read(), self.theirs)
        # The other window has the edit and its history, and does not close unasked.
        self.program.key('ctrl+w')
        self.await_windows(f'• {TITLE}')
        self.program.key('ctrl+w')
        self.program.find(type='GtkLabel', text='Save Changes?')
        self.program.key('Escape')
        self.program.gone(type='GtkLabel', text='Save Changes?')
        self.program.key('ctrl+z')
        self.assert_card(self.program, 'Investment: 5.20 bn')


class Broken(Edited):
    """Somebody else has left something under the name that is no plan."""

    def setUp(self):
        super().setUp()
        self.path.write_text('{"outlay": 1, "phases": 7}', encoding='utf-8')
        self.save('Changed by Somebody Else', 'somebody else has changed it since it was opened')

    def assert_all_is_here(self):
        self.program.find(type='OutlayFaultsDialog')
        self.program.find(type='GtkLabel', text=re.compile('^Your own changes are still here in this window'))
        self.program.key('Escape')
        self.program.gone(type='OutlayFaultsDialog')
        self.await_windows(f'• {TITLE}')
        self.assert_card(self.program, 'Investment: 5.40 bn')

    def test_reload_says_that_nothing_is_lost(self):
        self.answer('alt+r')
        self.assert_all_is_here()

    def test_compare_says_that_nothing_is_lost(self):
        self.answer('Return')
        self.assert_all_is_here()


class Unchanged(Edited):
    def test_a_touch_is_no_change(self):
        os.utime(self.path)
        self.program.key('ctrl+s')
        self.assert_saved()

    def test_saving_twice(self):
        self.program.key('ctrl+s')
        self.assert_saved()
        self.program.key('ctrl+z')
        self.program.key('ctrl+shift+z')
        self.program.key('ctrl+s')
        self.assert_saved()

    def test_reload_without_edits(self):
        self.program.key('ctrl+z')
        self.write_plan(sample() | {'name': 'Their plan'})
        self.program.key('ctrl+s')
        self.program.find(type='GtkLabel', text='Changed by Somebody Else')
        self.answer('alt+r')
        self.await_windows('Their plan')


class Gone(Edited):
    def test_deleted_file_is_saved_again(self):
        self.path.unlink()
        self.save('The Plan’s File Is Gone', 'deleted or moved')
        self.assertFalse(self.path.exists())
        self.answer('alt+h')
        self.assert_saved()


class Interrupted(WindowTest):
    def test_a_torn_plan_is_completed_when_it_is_opened(self):
        home = self.desktop.home('torn')
        path = home / 'plan.outlay.json'
        whole = json.dumps(sample() | {'name': 'Whole plan'}, ensure_ascii=False)
        path.write_text(whole[:1000], encoding='utf-8')
        beside = home / '.plan.outlay.json.outlay-saving'
        beside.write_text(whole, encoding='utf-8')
        beside.chmod(0o600)
        program = self.start(path, home=home)
        program.find(type='GtkLabel', text='Whole plan')
        self.assertEqual(json.loads(path.read_text(encoding='utf-8'))['name'], 'Whole plan')
        self.assertFalse(beside.exists())


if __name__ == '__main__':
    tap.main()
