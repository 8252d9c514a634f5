# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the Results page is there for a plan of a thousand initiatives, and what a step of scrolling through a statement of a hundred years takes."""

import json
import statistics
import time

from Xlib import X

from desktop import Desktop
from driver import outlay
from window import many_initiatives, processor_time

SIZE = (1600, 900)
COUNT = 1000
OPENINGS = 10
STEPS = 150
WHEEL = {'down': 5, 'up': 4, 'right': 7, 'left': 6}
CASH_FLOW = 5  # in the list of statements


def plan_file(desktop, count, years):
    path = desktop.folder / f'{count}-{years}.json'
    path.write_text(json.dumps(many_initiatives(count) | {'years': years}, indent=2, ensure_ascii=False), encoding='utf-8')
    return path


def settled(program, act):
    """Milliseconds from an input until everything that it asked for is painted."""
    start = time.monotonic()
    act()
    program.settle()
    return (time.monotonic() - start) * 1000


def choose(program, position):
    program.click(type='GtkDropDown', id='kinds')
    program.key('Home')
    for _ in range(position):
        program.key('Down')
    program.key('Return')


def report_opening(desktop, count):
    """The first time it is asked for results that nobody else reads; afterwards they are there."""
    with outlay(desktop, plan_file(desktop, count, 20)) as program:
        first = settled(program, lambda: program.key('alt+4', settle=False))
        others = []
        for _ in range(OPENINGS):
            program.key('alt+1')
            others.append(settled(program, lambda: program.key('alt+4', settle=False)))
        statement = settled(program, lambda: choose(program, CASH_FLOW))
    print(f'Results page of {count:,} initiatives: {first:.0f} ms the first time, {statistics.median(others):.0f} ms after (median of {OPENINGS}), '
          f'{statement:.0f} ms to choose a statement by eight keys')


def report_scrolling(desktop):
    with outlay(desktop, plan_file(desktop, 3, 100)) as program:
        program.key('alt+4')
        choose(program, CASH_FLOW)
        program.move(type='OutlayStatementTable')
        stat = f'/proc/{program.process.pid}/task/{program.process.pid}/stat'
        for way in ('right', 'left', 'down', 'up'):
            before = processor_time(stat)
            steps = sorted(settled(program, lambda: (program._fake(X.ButtonPress, WHEEL[way]), program._fake(X.ButtonRelease, WHEEL[way])))
                           for _ in range(STEPS))
            busy = (processor_time(stat) - before) / STEPS
            print(f'scrolling {way} through 100 years: median {statistics.median(steps):.1f} ms a step, 99th percentile {steps[int(STEPS * 0.99)]:.1f} ms; '
                  f'processor {busy:.1f} ms each')


def main():
    with Desktop(SIZE) as desktop:
        report_opening(desktop, COUNT)
        report_scrolling(desktop)


if __name__ == '__main__':
    main()
