# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon Outlay is there and what memory it then holds, beside GNOME Text Editor: both seen from the X server and from /proc, so that neither is helped.

They are started by turns on one desktop, each in a home that it has been started in before. Nothing is preloaded into them. Then what a start leaves for
later: the first showing of each page.
"""

import contextlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from Xlib import XK, X, display
from Xlib.ext import damage, xtest

from desktop import Desktop
from driver import outlay

SIZE = (1360, 860)
SAMPLE = Path(__file__).resolve().parents[2] / 'resources' / 'plans' / 'jinchuang.outlay.json'
PAGES = ('Split', 'Assumptions', 'Timeline', 'Results', 'Charts', 'Compare', 'Region')
EDITOR = 'gnome-text-editor'

PAIRS = 9
STARTS_OF_A_PAGE = 5
# A window is at rest when nothing of it has changed for so long.
REST = 2
# A key that nobody has answered for so long was lost.
AGAIN = 0.5
PATIENCE = 60
SKIPPED = 77


class Screen:
    """The X server's side of a start."""

    def __init__(self, desktop):
        self.display = display.Display(desktop.display)
        self.root = self.display.screen().root
        self.display.damage_query_version()
        self.empty = self.middle()

    def middle(self):
        """The colour of a point in the middle of the screen."""
        return self.root.get_image(SIZE[0] // 2, SIZE[1] // 2, 1, 1, X.ZPixmap, 0xffffff).data

    def wait(self, condition, what):
        """The time when CONDITION is true first."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f'waited in vain for {what}')
            time.sleep(0.001)
        return time.monotonic()

    def first_frame(self):
        return self.wait(lambda: self.middle() != self.empty, 'the first frame')

    def page(self):
        """What is painted of the page of Outlay's window."""
        return self.root.get_image(SIZE[0] // 4, SIZE[1] // 3, SIZE[0] // 2, SIZE[1] // 2, X.ZPixmap, 0xffffff).data

    def shown(self, press):
        """Milliseconds from a key until the page changes."""
        before, start = self.page(), time.monotonic()
        press()
        return (self.wait(lambda: self.page() != before, 'another page') - start) * 1000

    def last_change(self):
        """The time of the last change before everything rests."""
        watch = self.root.damage_create(damage.DamageReportRawRectangles)
        last = time.monotonic()
        while time.monotonic() - last < REST:
            while self.display.pending_events():
                self.display.next_event()
                last = time.monotonic()
            time.sleep(0.001)
        self.display.damage_destroy(watch)
        return last

    def menus(self):
        """How many windows the window manager has no hand in."""
        windows = [window.get_attributes() for window in self.root.query_tree().children]
        return sum(window.override_redirect and window.map_state == X.IsViewable for window in windows)

    def answer(self, press):
        """The time when a key that was pressed has opened the main menu. Pressed as soon as the window has the focus, and again where that was too early."""
        before = self.menus()
        focus = self.display.get_input_focus().focus
        self.wait(lambda: self.display.get_input_focus().focus != focus, 'the window to have the focus')
        pressed = 0

        def opened():
            nonlocal pressed
            if time.monotonic() - pressed > AGAIN:
                press()
                pressed = time.monotonic()
            return self.menus() > before

        return self.wait(opened, 'the main menu')

    def press(self, name):
        code = self.display.keysym_to_keycode(XK.string_to_keysym(name))
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self.display, kind, code)
        self.display.sync()

    def gone(self):
        self.wait(lambda: self.middle() == self.empty, 'the window to go')


def processor(pid):
    """Seconds that all threads of a process have computed: what else the machine does lengthens a start, but not this."""
    return sum(int(path.read_text(encoding='ascii').split()[0]) for path in Path(f'/proc/{pid}/task').glob('*/schedstat')) / 1e9


def memory(pid):
    """Resident memory in MiB: all of it, with shared pages divided among those who share them, and what is this process's alone."""
    rollup = Path(f'/proc/{pid}/smaps_rollup').read_text(encoding='utf-8')
    kilobytes = {name: int(number) for name, number in re.findall(r'^(\w+):\s+(\d+) kB', rollup, re.MULTILINE)}
    return [kilobytes[name] / 1024 for name in ('Rss', 'Pss')] + [(kilobytes['Private_Clean'] + kilobytes['Private_Dirty']) / 1024]


@contextlib.contextmanager
def started(desktop, home, command):
    """The process and the time of its start; it is killed in the end, which leaves its home as it was."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=desktop.environment(home), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process, start
    finally:
        process.kill()
        process.wait()


def measure(desktop, screen, home, command, key=False):
    """Seconds to the first frame and to the last change, and memory at rest; or seconds to the answer to a key."""
    with started(desktop, home, command) as (process, start):
        if key:
            figures = [screen.answer(lambda: screen.press('F10')) - start]
        else:
            first, busy = screen.first_frame(), processor(process.pid)
            figures = [first - start, busy, screen.last_change() - start, *memory(process.pid)]
    screen.gone()
    return figures


def by_turns(desktop, screen, contestants, times, **options):
    """Each figure's median, and its least, for each of the contestants (homes and commands)."""
    for home, command in contestants:
        measure(desktop, screen, home, command)
    runs = [[measure(desktop, screen, home, command, **options) for home, command in contestants] for _ in range(times)]
    return [[(statistics.median(figures), min(figures)) for figures in zip(*of_one)] for of_one in zip(*runs)]


SECONDS = ('first frame', 'processor until then', 'last change')
SIZES = ('RSS', 'PSS', 'private')
NAMES = SECONDS + SIZES


def describe(figures, seconds=SECONDS):
    return ', '.join([f'{name} {median:.3f} s (least {least:.3f})' for name, (median, least) in zip(seconds, figures)] +
                     [f'{name} {median:.1f} MiB' for name, (median, _least) in zip(SIZES, figures[len(seconds):])])


def describe_ratios(own, other, names=NAMES):
    """By the medians; and by the least, which other work of the machine distorts less."""
    return ', '.join(f'{name} {mine[0] / its[0]:.2f} (least {mine[1] / its[1]:.2f})' for name, mine, its in zip(names, own, other))


def compare(desktop, screen, what, contestants):
    own, other = by_turns(desktop, screen, contestants, PAIRS)
    own_key, other_key = by_turns(desktop, screen, contestants, PAIRS, key=True)
    names = ['answer to a key']
    print(f'{what} (medians of {PAIRS})')
    print(f'  Outlay:       {describe(own)}, {describe(own_key, names)}')
    print(f'  Text Editor:  {describe(other)}, {describe(other_key, names)}')
    print(f'  Outlay to it: {describe_ratios(own, other)}, {describe_ratios(own_key, other_key, names)}', flush=True)
    return other


def report_page(desktop, screen, number, other):
    """A session that ended on a page begins there; compared with the editor and a file."""
    home = desktop.home(f'page-{number}')
    with outlay(desktop, SAMPLE, home=home) as program:
        program.key(f'alt+{number}')
        time.sleep(1)  # the draft takes it up when the window was left alone for a while
        program.key('ctrl+q', settle=False)
        program.wait_for_end()
    screen.gone()
    (own,) = by_turns(desktop, screen, [(home, [os.environ['OUTLAY_PROGRAM']])], STARTS_OF_A_PAGE)
    print(f'a session on the page {PAGES[number - 1]}: {describe(own)}')
    print(f'  to Text Editor: {describe_ratios(own, other)}', flush=True)


def report_first_showing(desktop, screen):
    """From the key until the page, which is made then, is painted; and until nothing more follows. Then the same when it is there."""
    shows = {(number, times): [] for number in range(2, len(PAGES) + 1) for times in ('first', 'second')}
    for _ in range(STARTS_OF_A_PAGE):
        with outlay(desktop, SAMPLE) as program:
            for (number, _times), show in shows.items():
                program.key('alt+1')
                pid = program.process.pid
                start, busy = time.monotonic(), processor(pid)
                painted, computed = screen.shown(lambda: program.key(f'alt+{number}', settle=False)), processor(pid) - busy
                program.settle()
                show.append((painted, computed * 1000, (time.monotonic() - start) * 1000))
        screen.gone()
    for (number, times), show in shows.items():
        painted, computed, settled = ((statistics.median(each), min(each)) for each in zip(*show))
        print('the page {} the {} time: painted after {:.0f} ms (least {:.0f}), processor until then {:.0f} ms (least {:.0f}), at rest after {:.0f} ms '
              '(least {:.0f})'.format(PAGES[number - 1], times, *painted, *computed, *settled), flush=True)


def main():
    if shutil.which(EDITOR) is None:
        print(f'{EDITOR} is not installed: there is nothing to compare with')
        sys.exit(SKIPPED)
    program = os.environ['OUTLAY_PROGRAM']
    with Desktop(SIZE) as desktop:
        screen = Screen(desktop)
        compare(desktop, screen, 'without a file', [(desktop.home('own'), [program]), (desktop.home('other'), [EDITOR])])
        with_file = [(desktop.home('own-file'), [program, SAMPLE]), (desktop.home('other-file'), [EDITOR, SAMPLE])]
        other = compare(desktop, screen, 'with the file of the Jinchuang plan', with_file)
        for number in range(1, len(PAGES) + 1):
            report_page(desktop, screen, number, other)
        report_first_showing(desktop, screen)


if __name__ == '__main__':
    main()
