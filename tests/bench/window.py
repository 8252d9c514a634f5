# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the window follows a hand: seen from the X server, where a person's eyes would be."""

import copy
import json
import os
import statistics
import subprocess
from pathlib import Path

from desktop import Desktop
from driver import outlay

SIZE = (1600, 900)
SAMPLE = Path(__file__).resolve().parents[2] / 'resources' / 'plans' / 'jinchuang.outlay.json'
LATENCY = Path(os.environ['G_TEST_BUILDDIR'], 'headless', 'latency')
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


def report_drag(desktop, name, plan, place):
    latencies, lost, busy = follow(desktop, plan, place)
    latencies.sort()
    print(f'drag of {place.__name__} in {name}, movement to paint: median {statistics.median(latencies):.1f} ms, '
          f'99th percentile {latencies[int(len(latencies) * 0.99)]:.1f} ms, worst {latencies[-1]:.1f} ms; '
          f'processor {busy[0]:.1f} ms each, {busy[1]:.1f} ms with other threads ({len(latencies)} movements, {lost} without a change)')


def main():
    with Desktop(SIZE) as desktop:
        for place in (money, phase):
            report_drag(desktop, 'the Jinchuang plan', SAMPLE, place)
        for count in (1000, 10000):
            large = desktop.folder / f'{count}.json'
            large.write_text(json.dumps(many_initiatives(count), indent=2, ensure_ascii=False), encoding='utf-8')
            for place in (money, phase):
                report_drag(desktop, f'a plan of {count:,} initiatives', large, place)


if __name__ == '__main__':
    main()
