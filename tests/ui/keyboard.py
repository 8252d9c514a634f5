# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything can be done without a pointer, and everything that takes the focus has a name."""

import json
import re

import tap
from plans import SAMPLE, WindowTest, sample


class Keyboard(WindowTest):
    def focus(self, program):
        return next((widget for widget in program.look_at_all() if widget.focus), None)

    def tab_to(self, program, **query):
        for _ in range(30):
            widget = self.focus(program)
            if widget is not None and widget.matches(query):
                return widget
            program.key('Tab')
        raise AssertionError(f'the focus never came to {query}')

    def test_the_whole_job(self):
        program = self.start()
        self.tab_to(program, type='GtkSwitch', id='keep_total')
        program.key('space')
        self.tab_to(program, type='OutlaySplitCell')
        program.type('1.5bn')
        program.key('Return')
        self.assert_card(program, 'Investment: 4.90 bn')
        program.key('ctrl+e')
        program.key('alt+s')
        program.choose_file_to_save(program.home / 'slide.png')
        program.find(type='GtkLabel', text='Chart saved')
        program.key('ctrl+shift+s')
        path = program.home / 'mine.outlay.json'
        program.choose_file_to_save(path)
        program.find(type='GtkLabel', text='Saved “mine.outlay.json”')
        self.quit(program)
        plan = sample()
        plan['initiatives'][0]['investment']['phase-1'] = 1.5e9
        self.assertEqual(json.loads(path.read_text(encoding='utf-8')), plan)
        self.assertGreater((program.home / 'slide.png').stat().st_size, 10000)

    def test_everything_with_the_focus_has_a_name(self):
        program = self.start(SAMPLE)
        names = []
        for _ in range(40):
            program.key('Tab')
            widget = self.focus(program)
            names.append((widget.type, widget.label or widget.text or widget.tooltip or self.name_around(widget)))
        self.assertEqual([kind for kind, name in names if not name], [])
        self.assertGreater(len(set(names)), 15)

    def name_around(self, widget):
        """Of a part of a control, like the button in a menu button: the control's own. Of a switch, the label that names it."""
        parent = widget.parent
        if widget.type == 'GtkSwitch':
            return 'Keep the total' if parent.children[-2].text == 'Keep the total' else None
        return parent.label or parent.tooltip or next((one.text for one in widget.walk() if one.text), None)

    def test_indicators(self):
        program = self.start(SAMPLE)
        self.tab_to(program, type='OutlayIndicatorCard', label=re.compile('^Investment'))
        for _ in range(4):
            program.key('Right')
        card = self.focus(program)
        self.assertRegex(card.label, '^NPV at 8 %')
        program.key('Return')
        program.find(type='GtkLabel', text=re.compile('Net present value'))
        program.key('Escape')
        program.gone(type='GtkPopover')
        program.key('Tab')
        self.assertNotEqual(self.focus(program).type, 'OutlayIndicatorCard')

    def test_menu(self):
        program = self.start(SAMPLE)
        program.key('F10')
        program.find(type='GtkPopoverMenu')
        program.key('Down')
        program.key('Return')
        program.find(type='GtkFileChooserDialog')

    def test_scenario_switcher(self):
        program = self.start(SAMPLE)
        self.tab_to(program, type='GtkToggleButton', parent=lambda parent: parent.label == 'Compare with')
        program.key('space')
        for key in ('Down', 'Down', 'Return'):
            program.key(key)
        program.until(lambda: 'vs As announced' in self.card(program, 'Tax').description, 'the difference to be shown')

    def test_recent_plans(self):
        path = self.write('recent_plan.outlay.json', sample() | {'name': 'Recent plan'})
        program = self.start(path)
        program.find(type='GtkLabel', text='Recent plan')
        program.key('F10')
        program.find(type='GtkPopoverMenu')
        for key in ('Down', 'Right'):
            program.key(key)
        program.find(text=re.compile('recent_plan.outlay.json'))

    def test_shortcuts_are_told(self):
        program = self.start(SAMPLE)
        program.key('ctrl+question')
        dialog = program.find(type='AdwPreferencesDialog')
        rows = {}
        for row in program.all(type='OutlayShortcutRow'):
            title, *keys = [one.text for one in row.walk() if one.type == 'GtkLabel' and one.text]
            rows[title] = keys
        self.assertEqual(rows['Save'], ['Ctrl+S'])
        self.assertEqual(rows['Redo'], ['Shift+Ctrl+Z', 'Ctrl+Y'])
        self.assertEqual([title for title, keys in rows.items() if not keys], [])
        program.scroll(dialog, 40)
        quitting = program.find(within=dialog, type='OutlayShortcutRow', title='Quit')
        self.assertLess(quitting.y + quitting.height, dialog.y + dialog.height)

    def test_about(self):
        program = self.start(SAMPLE)
        for key in ('F10', 'Up', 'Return'):
            program.key(key)
        program.find(type='AdwAboutDialog')
        program.find(type='GtkLabel', text='Outlay')


if __name__ == '__main__':
    tap.main()
