# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the window is there, and how soon it follows a hand: seen from the X server, where a person's eyes would be."""

import copy
import json
import os
import re
import statistics
import subprocess
import time
from pathlib import Path

from Xlib import X, display

from desktop import Desktop
from driver import outlay

SIZE = (1600, 900)
SAMPLE = Path(__file__).resolve().parents[2] / 'resources' / 'plans' / 'jinchuang.outlay.json'
LATENCY = Path(os.environ['G_TEST_BUILDDIR'], 'headless', 'latency')
STARTS = 10
MOVEMENTS = 300


def many_initiatives(count):
    """The Jinchuang plan with its initiatives over and over, the money shared among them."""
    plan = json.loads(SAMPLE.read_text(encoding='utf-8'))
    initiatives = plan['initiatives']
    share = len(initiatives) / count
    plan['initiatives'] = []
    for number in range(count):
        initiative = copy.deepcopy(initiatives[number % len(initiatives)])
        initiative['id'] += f'-{number}'
        initiative['name'] += f' {number}'
        initiative['investment'] = {phase: amount * share for phase, amount in initiative['investment'].items()}
        plan['initiatives'].append(initiative)
    # What names an initiative of the sample names none here.
    for member in ('scenarios', 'sources', 'targets', 'uncertainties', 'correlations', 'region'):
        plan.pop(member, None)
    return plan


def first_frame(desktop):
    """Seconds from the start of the process until the middle of the screen is painted, and the memory it then holds."""
    screen = display.Display(desktop.display)
    root = screen.screen().root
    environment = desktop.environment(desktop.home(f'start-{time.monotonic_ns()}'))

    def middle():
        return root.get_image(SIZE[0] // 2, SIZE[1] // 2, 1, 1, X.ZPixmap, 0xffffff).data

    empty = middle()
    start = time.monotonic()
    with subprocess.Popen([os.environ['OUTLAY_PROGRAM'], SAMPLE], env=environment, stderr=subprocess.DEVNULL) as process:
        while middle() == empty:
            time.sleep(0.001)
        seconds = time.monotonic() - start
        status = Path(f'/proc/{process.pid}/status').read_text(encoding='utf-8')
        process.kill()
    screen.close()
    return seconds, int(re.search(r'VmRSS:\s*(\d+)', status)[1])


def processor_time(stat):
    """Milliseconds a process or a thread has computed so far; what else runs on the machine does not count."""
    words = Path(stat).read_text(encoding='utf-8').rpartition(')')[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf('SC_CLK_TCK') * 1000


def money(program):
    """Where the first bar of the split table is."""
    program.click(type='OutlaySplitTable', across=0.1, down=0.35)
    program.key('ctrl+Home')
    return program.at(program.find(type='OutlaySplitCell', focus=True), 0.4)


def phase(program):
    """Where the first phase's bar is, which moves with all that is built in it."""
    program.key('alt+3')
    return program.at(program.find(type='OutlayPhaseBars'), 0.18, 0.45)


def follow(desktop, plan, place):
    """Milliseconds from each movement of a bar's drag to the frame that answers it, how many had none, and the processor's
    milliseconds for each: of the thread that draws, and of all."""
    with outlay(desktop, plan) as program:
        x, y = place(program)
        pid = program.process.pid
        stats = (f'/proc/{pid}/task/{pid}/stat', f'/proc/{pid}/stat')
        before = [processor_time(stat) for stat in stats]
        answer = subprocess.run([LATENCY, str(x), str(y), '60', str(MOVEMENTS)], check=True, capture_output=True, text=True,
                                env=os.environ | {'DISPLAY': desktop.display}).stdout.split()
        busy = [(processor_time(stat) - start) / MOVEMENTS for stat, start in zip(stats, before)]
    return [float(word) for word in answer if word != 'lost'], answer.count('lost'), busy


def report_start(desktop):
    first_frame(desktop)
    starts, memory = zip(*(first_frame(desktop) for _ in range(STARTS)))
    print(f'process start to first frame: {statistics.median(starts):.3f} s (median of {STARTS}), '
          f'{statistics.median(memory) / 1024:.0f} MiB resident')


def report_drag(desktop, name, plan, place):
    latencies, lost, busy = follow(desktop, plan, place)
    latencies.sort()
    print(f'drag of {place.__name__} in {name}, movement to paint: median {statistics.median(latencies):.1f} ms, '
          f'99th percentile {latencies[int(len(latencies) * 0.99)]:.1f} ms, worst {latencies[-1]:.1f} ms; '
          f'processor {busy[0]:.1f} ms each, {busy[1]:.1f} ms with other threads ({len(latencies)} movements, {lost} without a change)')


def main():
    with Desktop(SIZE) as desktop:
        report_start(desktop)
        for place in (money, phase):
            report_drag(desktop, 'the Jinchuang plan', SAMPLE, place)
        for count in (1000, 10000):
            large = desktop.folder / f'{count}.json'
            large.write_text(json.dumps(many_initiatives(count), indent=2, ensure_ascii=False), encoding='utf-8')
            for place in (money, phase):
                report_drag(desktop, f'a plan of {count:,} initiatives', large, place)


if __name__ == '__main__':
    main()
