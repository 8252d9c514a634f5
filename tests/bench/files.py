# SPDX-License-Identifier: GPL-3.0-or-later
"""One chart as a 1920 × 1080 PNG: the whole of outlay-cli against gnuplot and matplotlib that draw the same numbers, and are handed them ready."""

import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PLAN = Path(__file__).resolve().parents[2] / 'resources' / 'plans' / 'jinchuang.outlay.json'
CLI = Path(os.environ['OUTLAY_BUILD']) / 'app/cli/outlay-cli'
RUNS = 15

GNUPLOT = """
set terminal pngcairo size 1920,1080 font "sans,21"
set output "{png}"
set title "Output value" left
set style data histograms
set style histogram rowstacked
set style fill solid
set boxwidth 0.72
set grid y
set key right outside
set yrange [0:*]
set xtics 2
plot for [n=2:{last}] "{data}" using n:xtic(int($0) % 2 == 0 ? stringcolumn(1) : "") title columnheader(n), 10 title "promised 10" with lines dashtype 2
"""

MATPLOTLIB = """
import csv
import matplotlib
matplotlib.use('Agg')
from matplotlib import pyplot
with open('{data}') as file:
    head, *rows = csv.reader(file, delimiter='\t')
years = [int(row[0]) for row in rows]
figure, axes = pyplot.subplots(figsize=(19.2, 10.8), dpi=100)
bottom = [0] * len(years)
for n in range(1, len(head)):
    values = [float(row[n]) for row in rows]
    axes.bar(years, values, 0.72, bottom, label=head[n])
    bottom = [a + b for a, b in zip(bottom, values)]
axes.axhline(10, linestyle='--', label='promised 10')
axes.set_title('Output value', loc='left')
axes.legend(bbox_to_anchor=(1, 1))
axes.grid(axis='y')
figure.savefig('{png}')
"""


def numbers(folder):
    """The chart's rows in billions, as a file that both others read."""
    done = subprocess.run([CLI, 'project', PLAN, '--format', 'json', '--series', 'output-value', '--by', 'initiative'], check=True, capture_output=True)
    result = json.loads(done.stdout)
    series = result['series']['output-value']['initiatives']
    path = folder / 'data.tsv'
    rows = [['Year', *series]] + [[str(year), *(f'{values[t] / 1e9:.6f}' for values in series.values())] for t, year in enumerate(result['years'])]
    path.write_text('\n'.join('\t'.join(row) for row in rows) + '\n', encoding='utf-8')
    return path, len(series) + 1


def write(path, text, **values):
    for name, value in values.items():
        text = text.replace('{' + name + '}', str(value))
    path.write_text(text, encoding='utf-8')
    return path


def contestants(folder):
    data, last = numbers(folder)
    png = folder / 'chart.png'
    yield 'outlay-cli', [CLI, 'chart', PLAN, 'output-value', '-o', png]
    if shutil.which('gnuplot'):
        yield 'gnuplot', ['gnuplot', write(folder / 'chart.gp', GNUPLOT, data=data, png=png, last=last)]
    if importlib.util.find_spec('matplotlib'):
        yield 'matplotlib', [sys.executable, write(folder / 'chart.py', MATPLOTLIB, data=data, png=png)]


def measure(folder):
    """Seconds on the clock and of the processor of each run, the contestants in turn, so that what else the machine does meets all of them."""
    png = folder / 'chart.png'
    commands = dict(contestants(folder))
    times = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            png.unlink(missing_ok=True)
            before, start = os.times(), time.monotonic()
            subprocess.run([str(word) for word in command], check=True, capture_output=True)
            clock, after = time.monotonic() - start, os.times()
            assert png.read_bytes()[16:24] == bytes([0, 0, 7, 128, 0, 0, 4, 56]), f'{name} drew no picture of 1920 × 1080'
            # The first run fills the caches of all.
            if run:
                times[name].append((clock, after.children_user + after.children_system - before.children_user - before.children_system))
    return times


def main():
    with tempfile.TemporaryDirectory() as folder:
        times = measure(Path(folder))
    medians = {name: [statistics.median(column) * 1000 for column in zip(*pairs)] for name, pairs in times.items()}
    own = medians['outlay-cli']
    wanted = {'outlay-cli': '', 'gnuplot': ' (less than 1 is wanted)', 'matplotlib': ' (at most 0.2 is wanted)'}
    for name, (clock, processor) in medians.items():
        ratio = '' if name == 'outlay-cli' else f'; outlay-cli takes {own[0] / clock:.2f} of its time{wanted[name]}'
        print(f'{name}: {clock:.0f} ms, {processor:.0f} ms of the processor, medians of {RUNS}{ratio}')
    for name in wanted.keys() - medians.keys():
        print(f'{name}: not installed')


if __name__ == '__main__':
    main()
