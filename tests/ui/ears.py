# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what a screen reader learns of the window, and of where keys lead."""

import collections
import re

from plans import SAMPLE, WindowTest
from reader import READ, Reader

PAGES = {'alt+1': 'Split', 'alt+2': 'Assumptions', 'alt+3': 'Timeline', 'alt+4': 'Results', 'alt+5': 'Charts', 'alt+6': 'Compare', 'alt+7': 'Region'}
# What can be done something with. A list item is one where it takes the focus; some of libadwaita's are no more than a frame.
CONTROLS = {'button', 'toggle button', 'check box', 'radio', 'switch', 'text box', 'search box', 'password text', 'spin button', 'slider', 'separator', 'image',
            'combo box', 'grid cell', 'menu item', 'link', 'page tab'}
STOPS = CONTROLS | {'list item', 'option', 'group'}
# Among these, arrows move from one to the next, and Tab enters and leaves the whole.
GROUPS = {'list', 'group', 'radio group', 'grid'}
# The window manager has keys for these.
WINDOW_BUTTONS = {'Minimize', 'Maximize', 'Close'}
LONGEST_WALK = 200


class AccessibilityTest(WindowTest):
    def open(self, path=SAMPLE):
        self.program = self.start(path, environment=READ)
        self.reader = Reader(self.program)

    def open_first(self, **options):
        self.program = self.start(environment=READ, **options)
        self.reader = Reader(self.program)

    def keys(self, *keys):
        for key in keys:
            self.program.key(key)

    def control(self, role, name):
        """Waits until there is a control of that role with that name, or one that agrees with it."""
        def find():
            return next((one for one in self.reader.all() if one.role == role and re.fullmatch(name, one.name)), None)

        return self.program.until(find, f'a {role} {name}')

    def go(self, role, name, key='Tab'):
        """Goes on with a key until what has the focus is called that."""
        for _ in range(LONGEST_WALK):
            focus = self.reader.focus
            if focus.role == role and re.fullmatch(name, focus.name):
                return focus
            self.program.key(key, settle=False)
        self.fail(f'the focus never came to the {role} {name}')

    # --- what must be true of everything that is shown ---

    def assert_told(self, shown):
        """Everything that can be used has a name, and another one than its like."""
        controls = [one for one in shown if one.role in CONTROLS and 'focusable' in one.states]
        self.assertGreater(len(controls), 1)
        # What is drawn gets its names a moment later.
        self.program.until(lambda: all(one.name.strip() for one in controls), f'names of {[one for one in controls if not one.name.strip()]}', timeout=3)
        outer = [one for one in controls if one.parent is None or not any(parent in controls for parent in one.parents())]
        counted = collections.Counter((one.role, one.name, one.description) for one in outer)
        self.assertEqual([words for words, count in counted.items() if count > 1], [], 'alike')
        for one in controls:
            self.assert_value(one)

    def assert_value(self, one):
        if one.role in ('slider', 'separator', 'spin button'):
            now, least, most, words = one.value
            self.assertLess(least, most, one)
            self.assertTrue(least <= now <= most, one)
            self.assertTrue(words, one)
        elif one.role in ('text box', 'search box'):
            self.assertIsNotNone(one.text, one)
        elif one.role in ('switch', 'check box'):
            self.assertIn('checkable', one.states, one)
        elif one.role == 'combo box':
            self.assertTrue(one.description or ' ' in one.name, f'{one} does not tell what is chosen')
        elif one.role == 'image':
            self.assertGreater(len(one.description), 20, one)

    # --- Tab ---

    def walk(self, key):
        """Where the focus goes with a key, until it is where it was."""
        stops = []
        for _ in range(LONGEST_WALK):
            self.program.key(key, settle=False)
            focus = self.reader.focus
            self.assertIn(focus.role, STOPS, f'{focus} behind {stops[-1:]}')
            self.assertTrue(focus.name.strip(), f'a {focus.role} without a name behind {stops[-1:]}')
            stop = focus.role, focus.name, focus.description
            if stops and stop == stops[0]:
                return stops
            self.assertNotIn(stop, stops, f'the focus goes in circles: {stops}')
            stops.append(stop)
        self.fail(f'the focus does not come back: {stops}')

    def assert_reached(self, shown, stops):
        """Tab comes to every control, or to its neighbour in a group in which arrows move."""
        reached = {(role, name) for role, name, _description in stops}
        neighbours = {one.parent.place for one in shown if one.parent is not None and (one.role, one.name) in reached and one.parent.role in GROUPS}
        missed = [one for one in shown if {'focusable', 'sensitive'} <= one.states and one.role in STOPS and one.name
                  and (one.role, one.name) not in reached and one.parent.place not in neighbours
                  and one.name not in WINDOW_BUTTONS and not any(parent.role in ('switch', 'combo box') for parent in one.parents())]
        self.assertEqual(missed, [], f'the focus came to {stops}')
