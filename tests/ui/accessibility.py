# SPDX-License-Identifier: GPL-3.0-or-later
"""Who hears the window instead of seeing it, and has no pointer, knows everything and can do everything."""

import json
import re

import tap
from ears import PAGES, STOPS, AccessibilityTest
from plans import sample

# Opened by keys alone; the last of each is what comes up.
DIALOGS = {
    'ctrl+e': 'Export a Chart', 'ctrl+shift+e': 'Export the Plan', 'ctrl+m': 'Scenarios', 'ctrl+shift+n': 'New Scenario', 'ctrl+t': 'Targets',
    'ctrl+t Return': 'New Target', 'ctrl+slash': 'Keyboard shortcuts',
}


class Pages(AccessibilityTest):
    def check_page(self, key):
        self.keys(key)
        self.reader.listen()
        shown = self.reader.all()
        self.assert_told(shown)
        return shown

    def test_names(self):
        self.open()
        for key, page in PAGES.items():
            with self.subTest(page=page):
                self.check_page(key)
                self.control('tab panel', page)

    def test_names_in_chinese(self):
        """The plan that it starts with is as well: whatever is read in English was not translated."""
        self.open_first(language='zh_CN')
        for key, page in PAGES.items():
            with self.subTest(page=page):
                said = {words for one in self.check_page(key) for words in (one.name, one.description)}
                english = {words for words in said if re.search('[A-Za-z]{3,}', words) and not re.search('[\u3400-\u9fff]', words)}
                self.assertEqual(english - {'outlay', 'Outlay', 'CNY'}, set())

    def test_what_is_not_shown_is_not_heard(self):
        self.open()
        self.assertEqual([one for one in self.reader.all() if 'do not balance' in one.name], [])


class Dialogs(AccessibilityTest):
    def test_dialogs(self):
        self.open()
        for keys, name in DIALOGS.items():
            with self.subTest(keys=keys):
                self.keys('alt+1')
                self.keys(*keys.split())
                dialog = self.control('dialog', name)
                self.program.until(lambda: dialog in self.reader.focus.parents(), f'the focus to be told in {name}')
                self.assert_told([one for one in self.reader.all() if dialog in one.parents()])
                self.walk('Tab')
                self.keys(*['Escape'] * len(keys.split()))
                self.program.until(lambda: dialog not in self.reader.all(), f'{name} to close')

    def check_popover(self, *opened, closed=('Escape',)):
        self.keys('alt+1')
        before = set(self.reader.all())
        for keys in opened:
            if isinstance(keys, tuple):
                self.go(*keys)
            else:
                self.keys(keys)
        self.program.until(lambda: self.reader.focus not in before, f'the focus to be told behind {opened}')
        self.assert_stop(self.reader.focus)
        self.walk_within()
        self.keys(*closed)

    def assert_stop(self, focus):
        self.assertIn(focus.role, STOPS, focus)
        self.assertTrue(focus.name.strip(), focus)

    def walk_within(self):
        """Down and Tab in what has come up meet nothing without a name."""
        for key in ['Down'] * 4 + ['Tab'] * 4:
            self.program.key(key)
            self.assert_stop(self.reader.focus)

    def test_menus(self):
        self.open()
        for opened in (('F10',), ('ctrl+h',), (('toggle button', 'Manage the scenarios'), 'space'), (('toggle button', 'More ways to take charts away'), 'space'),
                       (('toggle button', 'How the chart is divided.*'), 'space'), (('grid cell', '.*'), 'Menu')):
            with self.subTest(opened=opened):
                self.check_popover(*opened)

    def test_choices(self):
        """What is chosen is told with what it is for, and each that could be is."""
        self.open()
        for opened in (('toggle button', 'Scenario Base'), ('toggle button', 'vs Nothing')):
            with self.subTest(opened=opened):
                self.check_popover(opened, 'space')
        self.keys('alt+4')
        self.go('toggle button', 'Statement Indicators')
        self.keys('space')
        self.go('list item', 'Profit and its appropriation', key='Down')
        self.keys('Return')
        self.go('toggle button', 'Statement Profit and its appropriation')
        self.keys('ctrl+e')
        self.go('combo box', 'Theme')
        self.keys('space')
        self.go('list item', 'Dark', key='Down')
        self.keys('Return')
        self.program.until(lambda: self.control('combo box', 'Theme').description == 'Dark', 'the theme to be told')

    def test_dates_of_a_phase(self):
        self.open()
        self.keys('alt+3', 'alt+1', 'alt+3')
        self.go('slider', 'Phase two: .*')
        self.keys('Return')
        self.go('text box', 'Start')
        self.go('text box', 'Building time')
        self.keys('Escape')
        self.go('slider', 'Phase two: .*')

    def test_source_of_an_assumption(self):
        self.open()
        self.keys('alt+2')
        self.go('toggle button', 'Source of Discount rate: assumed')
        self.keys('space')
        for role, name in (('toggle button', 'How well it is founded .*'), ('text box', 'Who says so, and where'), ('text box', 'Link'), ('text box', 'Date')):
            self.go(role, name)
        self.keys('Escape')
        self.go('toggle button', 'Source of Discount rate: assumed')

    def test_how_a_figure_came_about(self):
        self.open()
        self.keys('alt+4')
        self.go('grid cell', 'Investment and design')
        self.go('grid cell', 'NPV after tax, Plan: .*', key='Down')
        self.keys('space')
        focus = self.program.until(lambda: self.reader.focus.role != 'grid cell' and self.reader.focus, 'the explanation')
        self.assertRegex(focus.name, '(?s)^NPV after tax, Plan.*2.67 bn')
        self.keys('Escape')
        self.go('grid cell', 'NPV after tax, Plan: .*')
        self.go('grid cell', 'Total investment, Plan: .*', key='Up')
        self.keys('space')
        focus = self.go('button', 'Construction investment: .*')
        [dialog] = [one for one in focus.parents() if one.role == 'dialog']
        self.assertRegex(dialog.description, '(?s)^Total investment, Plan.*7.20 bn')

    def test_presentation(self):
        self.open()
        self.keys('F5')
        self.go('image', 'Output value')
        self.keys('Right')
        image = self.go('image', 'Sales')
        window = list(image.parents())[-3]
        self.assertEqual(window.name, 'Presentation')
        self.assert_told(list(window.walk()))
        self.go('button', 'Leave the presentation')
        self.keys('space')
        self.control('tab panel', 'Split')


class Job(AccessibilityTest):
    """The main job by ear."""

    def hear(self, pattern):
        heard = []

        def said():
            heard.extend(self.reader.heard())
            return next((words for words in heard if re.search(pattern, words)), None)

        return self.program.until(said, f'{pattern} to be heard; heard: {heard}')

    def test_an_amount(self):
        path = self.write('plan.outlay.json', sample())
        self.open(path)
        self.keys('alt+1')
        switch = self.go('switch', 'Keep the total')
        self.assertIn('checked', switch.states)
        self.keys('space')
        self.assertNotIn('checked', switch.states)
        self.go('grid cell', 'Smart mining machinery, Phase one, 1.80 bn yuan')
        self.program.type('1.5bn')
        entry = self.reader.focus
        self.assertEqual((entry.role, entry.name, entry.text), ('text box', '“Smart mining machinery” in “Phase one”', '1.5bn'))
        self.keys('Return')
        self.hear('Set “Smart mining machinery” in “Phase one” to 1.50 bn')
        self.assertEqual(self.reader.focus.name, 'Energy storage, Phase one, 1.20 bn yuan')
        self.keys('Up')
        self.assertEqual(self.reader.focus.name, 'Smart mining machinery, Phase one, 1.50 bn yuan')
        self.assertRegex(self.control('button', 'Investment: 4.90 bn').description, 'target met')
        self.assertRegex(self.control('button', 'Output, 2028: .*').description, 'target missed')
        self.keys('ctrl+z')
        self.hear('^Undone: Set “Smart mining machinery”')
        self.control('grid cell', 'Smart mining machinery, Phase one, 1.80 bn yuan')
        self.keys('ctrl+shift+z')
        self.hear('^Done again: Set “Smart mining machinery”')
        self.keys('ctrl+s')
        self.hear('Saved “plan.outlay.json”')
        saved = sample()
        saved['initiatives'][0]['investment']['phase-1'] = 1.5e9
        self.assertEqual(json.loads(path.read_text(encoding='utf-8')), saved)

    def test_what_is_no_amount(self):
        self.open()
        self.keys('alt+1')
        self.go('grid cell', 'Smart mining machinery, Phase one, .*')
        self.program.type('18x')
        self.keys('Return')
        self.assertEqual(self.reader.focus.role, 'text box')
        self.assertIn('invalid', self.reader.focus.states)

    def test_the_picture(self):
        self.open()
        self.keys('alt+1')
        boundary = self.go('separator', 'Phase one 3.12 bn · Phase two 2.08 bn')
        self.assertEqual(boundary.value, (3.12e9, 0, 5.2e9, '3.12 bn'))
        self.keys('Right')
        self.hear('Move .* from “Phase two” to “Phase one”')
        self.assertGreater(self.reader.focus.value[0], 3.12e9)

    def test_a_chart(self):
        self.open()
        self.keys('alt+1')
        chart = self.go('image', 'Output value')
        self.assertRegex(chart.description, '^Output value, bn yuan a year, 2021 to 2040')
        self.keys('End')
        self.hear('2040')
        self.keys('Up')
        self.hear('Smart mining machinery')
        self.keys('Return')
        self.hear('before the others')

    def test_the_timeline(self):
        self.open()
        self.keys('alt+3')
        bar = self.go('slider', 'Phase one: Aug 2021 → Aug 2023, .*')
        self.assertEqual(bar.value[3], 'Aug 2021 → Aug 2023, 24 months')
        self.keys('Right')
        self.hear('Sep 2021 → Sep 2023')
        year = self.go('slider', 'Year 1: 50 %')
        self.assertEqual(year.value[0], 50)
        self.keys('Up')
        self.assertGreater(self.reader.focus.value[0], 50)


if __name__ == '__main__':
    tap.main()
