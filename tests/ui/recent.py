# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that were open before are found again, where a person wants that."""

import os
import shutil
import subprocess

import tap
from plans import SAMPLE, WindowTest, sample


class Recent(WindowTest):
    def plan(self, name):
        path = self.desktop.home(f'plans-{self._testMethodName[:30]}') / name
        shutil.copyfile(SAMPLE, path)
        return path

    def listed(self, program):
        """What the menu of recent plans says, from above."""
        program.key('F10')
        program.find(type='GtkPopoverMenu')
        for key in ('Down', 'Down', 'Right'):
            program.key(key)
        program.settle()
        menus = [menu for menu in program.all(type='GtkPopoverMenu') if menu.width]
        texts = [one.text for one in menus[-1].walk() if one.type == 'GtkLabel' and one.text and ('.json' in one.text or one.text == 'None Yet')]
        for _ in menus:
            program.key('Escape')
        # A label that is a mnemonic doubles its underscores.
        return [text.replace('__', '_') for text in texts]

    def open(self, program, path):
        """As from a file manager: in a window of its own, of the program that runs."""
        subprocess.run([os.environ['OUTLAY_PROGRAM'], path], env=self.desktop.environment(program.home), check=True, timeout=60)
        program.find(type='GtkLabel', text=f'{path.name} — {path.parent}')

    def close(self, program):
        program.key('ctrl+w', settle=False)
        self.assertEqual(program.wait_for_end(), 0)
        program.check_log()

    def test_none_at_first(self):
        self.assertEqual(self.listed(self.start()), ['None Yet'])

    def test_the_last_comes_first_and_what_is_gone_is_not_listed(self):
        home = self.desktop.home(self._testMethodName[:30])
        paths = [self.plan(f'plan_{n}.outlay.json') for n in range(3)]
        program = self.start(paths[0], home=home)
        for path in paths[1:]:
            self.open(program, path)
        self.assertEqual(self.listed(program), [path.name for path in reversed(paths)])
        self.quit(program)
        paths[1].unlink()
        again = self.start(SAMPLE, home=home)
        self.assertEqual(self.listed(again), [SAMPLE.name, paths[2].name, paths[0].name])

    def test_namesakes_are_told_apart(self):
        one, other = (self.desktop.home(folder) / 'plan.outlay.json' for folder in ('one', 'other'))
        for path in (one, other):
            shutil.copyfile(SAMPLE, path)
        program = self.start(one)
        self.open(program, other)
        self.assertEqual(self.listed(program), [f'plan.outlay.json — {path.parent.name}' for path in (other, one)])

    def test_without_a_draft_the_next_start_opens_the_last_of_them(self):
        home = self.desktop.home(self._testMethodName[:30])
        path = self.write('closed.outlay.json', sample() | {'name': 'Closed plan'})
        program = self.start(path, home=home)
        program.find(type='GtkLabel', text='Closed plan')
        self.close(program)
        shutil.rmtree(home / '.local/state/outlay/drafts')
        again = self.start(home=home)
        again.find(type='GtkLabel', text='Closed plan')

    def test_who_wants_nothing_remembered_finds_nothing(self):
        home, system = self.desktop.home(self._testMethodName[:30]), self.desktop.home('system')
        settings = system / 'gtk-4.0/settings.ini'
        settings.parent.mkdir()
        settings.write_text('[Settings]\ngtk-recent-files-enabled=false\n', encoding='utf-8')
        path = self.plan('secret.outlay.json')
        program = self.start(path, home=home, environment={'XDG_CONFIG_DIRS': str(system)})
        program.find(type='GtkLabel', text=f'{path.name} — {path.parent}')
        self.assertEqual(self.listed(program), ['None Yet'])
        self.close(program)
        # But for the draft, which brings the window back.
        kept = [file for file in home.rglob('*') if file.is_file() and not file.is_symlink() and 'drafts' not in file.parts]
        self.assertEqual([str(file) for file in kept if b'secret.outlay' in file.read_bytes()], [])


if __name__ == '__main__':
    tap.main()
