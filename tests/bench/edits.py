# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edit, its undoing and its redoing cost the thread that draws while a page of a plan of ten thousand initiatives is shown."""

import json
import os
import re
import statistics
import time
from pathlib import Path

from desktop import Desktop
from driver import outlay
from window import many_initiatives

SIZE = (1600, 900)
TIMES = 7
QUIET = 0.12
PAGES = {'Split': 'alt+1', 'Assumptions': 'alt+2', 'Timeline': 'alt+3', 'Results': 'alt+4', 'Charts': 'alt+5', 'Region': 'alt+7'}


class Clock:
    """Milliseconds that the thread which draws has computed; what else runs on the machine does not count."""

    def __init__(self, program):
        self.program = program
        self.path = Path(f'/proc/{program.process.pid}/task/{program.process.pid}/schedstat')

    def now(self):
        return int(self.path.read_text(encoding='utf-8').split()[0]) / 1e6

    def calm(self):
        """Waits until nothing follows any more, and says what had been computed by then."""
        before = self.now()
        while True:
            time.sleep(QUIET)
            after = self.now()
            if after - before < 1:
                return after
            before = after

    def measure(self, act):
        """What an input costs until it is painted, and with all that follows behind the painting."""
        before = self.calm()
        act()
        self.program.settle()
        painted = self.now() - before
        return painted, self.calm() - before


class Costs:
    def __init__(self, clock):
        self.clock = clock
        self.costs = {}

    def take(self, name, act):
        self.costs.setdefault(name, []).append(self.clock.measure(act))

    def report(self):
        for name, costs in self.costs.items():
            painted, all_of_it = (statistics.median(each) for each in zip(*costs))
            print(f'  {name}: {painted:.1f} ms until it is painted, {all_of_it:.1f} ms in all (medians of {len(costs)})', flush=True)
        self.costs = {}


def press(program, keys):
    return lambda: program.key(keys, settle=False)


def choose(program, scope):
    program.click(type='GtkListItemWidget', label=scope)
    program.settle()


def report_field(program, costs, name, label):
    """A number typed over on the Assumptions page, taken back and done again."""
    for turn in range(TIMES):
        entry = program.find(type='GtkEntry', label=re.compile(f'^{label}'))
        program.click(entry, count=1)
        program.key('ctrl+a')
        program.type(str(5 + turn % 2))
        costs.take(f'{name} typed', press(program, 'Return'))
        costs.take(f'{name} undone', press(program, 'ctrl+z'))
        costs.take(f'{name} redone', press(program, 'ctrl+shift+z'))
    costs.report()


def report_undo(program, costs, name):
    """What was last typed, taken back and done again where something else is shown."""
    for page, keys in PAGES.items():
        program.key(keys)
        for _ in range(TIMES):
            costs.take(f'{name} undone on {page}', press(program, 'ctrl+z'))
            costs.take(f'{name} redone on {page}', press(program, 'ctrl+shift+z'))
    costs.report()
    program.key(PAGES['Assumptions'])


def report_phase(program, costs):
    program.key(PAGES['Timeline'])
    x, y = program.at(program.find(type='OutlayPhaseBars'), 0.18, 0.45)
    for _ in range(TIMES):
        program.move((x, y))
        program.press()
        program.move((x + 10, y))
        for step in range(1, 5):
            costs.take('movement of a phase', lambda to=(x + 10 + 20 * step, y): program.move(to))
        costs.take('drop of a phase', program.release)
        costs.take('phase undone', press(program, 'ctrl+z'))
        costs.take('phase redone', press(program, 'ctrl+shift+z'))
        program.key('ctrl+z')
    costs.report()


def report_structure(program, costs):
    program.key(PAGES['Assumptions'])
    for _ in range(TIMES):
        button = program.find(type='GtkLabel', text='Add Initiative')
        costs.take('initiative added', lambda at=button: program.click(at))
        costs.take('added initiative undone', press(program, 'ctrl+z'))
        costs.take('added initiative redone', press(program, 'ctrl+shift+z'))
        program.key('ctrl+z')
    costs.report()


def report_numbers(program, costs):
    choose(program, 'Plan')
    report_field(program, costs, 'discount rate', 'Discount rate')
    report_undo(program, costs, 'discount rate')
    choose(program, 'Smart mining machinery 0')
    program.scroll(type='OutlayAssumptionList', clicks=30)
    report_field(program, costs, 'price', 'Price,')
    report_undo(program, costs, 'price')


def report(desktop, count, *parts):
    path = desktop.folder / f'{count}.json'
    path.write_text(json.dumps(many_initiatives(count), indent=2, ensure_ascii=False), encoding='utf-8')
    with outlay(desktop, path) as program:
        print(f'{count:,} initiatives, load {os.getloadavg()[0]:.1f}, of the thread that draws:', flush=True)
        # Whoever has seen every page has asked for the results of all of them.
        for keys in PAGES.values():
            program.key(keys)
        program.key(PAGES['Assumptions'])
        for part in parts:
            part(program, Costs(Clock(program)))


def main():
    with Desktop(SIZE) as desktop:
        report(desktop, 10000, report_numbers, report_phase)
        # A plan holds no more than 10,000.
        report(desktop, 9990, report_structure)


if __name__ == '__main__':
    main()
