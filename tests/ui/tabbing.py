# SPDX-License-Identifier: GPL-3.0-or-later
"""Tab leads through every page, to everything that can be used, and comes back."""

import tap
from ears import PAGES, AccessibilityTest


class Tab(AccessibilityTest):
    def check_tab(self, *pages, back=False):
        self.open()
        for key in pages:
            with self.subTest(page=PAGES[key]):
                self.keys(key)
                stops = self.walk('Tab')
                self.assert_reached(self.reader.all(), stops)
                self.assertIn('Main menu', [name for _role, name, _description in stops])
                if back:
                    stops_back = self.walk('shift+Tab')
                    self.assertEqual(len(stops_back), len(stops), set(stops) ^ set(stops_back))

    def test_split(self):
        self.check_tab('alt+1', back=True)

    def test_assumptions(self):
        self.check_tab('alt+2', back=True)

    def test_timeline_and_results(self):
        self.check_tab('alt+3', 'alt+4')

    def test_charts(self):
        self.check_tab('alt+5')

    def test_comparison_and_region(self):
        self.check_tab('alt+6', 'alt+7')


if __name__ == '__main__':
    tap.main()
