# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans for tests of the window, and what the reference projects of them."""

import copy
import json
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / 'resources' / 'plans' / 'jinchuang.outlay.json'
sys.path.append(str(ROOT / 'tests' / 'reference'))

import planfile  # noqa: E402
import project  # noqa: E402
import tap  # noqa: E402
from desktop import Desktop  # noqa: E402
from driver import outlay  # noqa: E402


def sample():
    """The Jinchuang plan, to be changed."""
    return json.loads(SAMPLE.read_text(encoding='utf-8'))


def indicators(plan, scenario='base'):
    return projection(plan, scenario)['indicators']['plan']


def design_year(plan, series, scenario='base'):
    """A series of the whole plan in its design year."""
    document = projection(plan, scenario)
    year = document['indicators']['plan']['design-year'] - document['years'][0]
    return document['series'][series]['plan'][year]


def projection(plan, scenario='base'):
    return project.project(planfile.fill(copy.deepcopy(plan)), scenario)


class WindowTest(tap.SecondTry, unittest.TestCase):
    """Windows on a desktop of the class's own."""

    SIZE = (1360, 860)

    def try_again(self, result):
        self.desktop.attempt = '-again'
        try:
            return super().try_again(result)
        finally:
            self.desktop.attempt = ''

    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(cls.SIZE))

    def start(self, *arguments, **options):
        return self.enterContext(outlay(self.desktop, *arguments, **options))

    def quit(self, program):
        """Leaves the program by its own means, which must be its end without fault."""
        program.key('ctrl+q', settle=False)
        self.assertEqual(program.wait_for_end(), 0)
        program.check_log()

    def write(self, name, plan):
        """A plan (or the text of one) in a file of its own."""
        path = self.desktop.home(f'plans-{self.id()}') / name
        path.write_text(plan if isinstance(plan, str) else json.dumps(plan, ensure_ascii=False, indent=2), encoding='utf-8')
        return path

    def assert_card(self, program, label):
        """A card of the indicator strip says LABEL ("IRR: 14.0 %"); returns it."""
        return program.find(type='OutlayIndicatorCard', label=label)

    def card(self, program, title):
        return program.find(type='OutlayIndicatorCard', label=re.compile(f'^{re.escape(title)}'))

    def saved(self, program, path):
        """The plan as it is saved now."""
        program.key('ctrl+s')
        # Where there is room for nothing else, on the button that saves.
        program.until(lambda: any(program.look(type=kind, **{words: re.compile('^Saved')}) for kind, words in (('GtkLabel', 'text'), ('GtkButton', 'label'))),
                      'it to be saved')
        return json.loads(path.read_text(encoding='utf-8'))

    def show(self, program, scenario):
        """Steps to a scenario by keys."""
        for _ in range(8):
            switcher = program.find(type='OutlayScenarioSwitcher', id='scenario_switcher')
            if program.look(within=switcher, type='GtkLabel', text=scenario):
                return
            program.key('ctrl+Page_Down')
        self.fail(f'no scenario {scenario}')

    def open_page(self, label, number, kind):
        """A page is reached by pointer and by keys; returns the program, on it."""
        program = self.start(SAMPLE)
        program.click(type='GtkListBoxRow', label=label)
        program.find(type=kind)
        program.key('alt+1')
        program.gone(type=kind)
        program.find(type='OutlaySplitTable')
        program.key(f'alt+{number}')
        program.find(type=kind)
        return program
