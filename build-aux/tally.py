# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what build-aux/test ran: every case of a test that names its cases (TAP), and every other test as one.

A build folder without a log did not come as far as its tests and counts as one failure.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

RESULTS = {
    'OK': 'passed',
    'EXPECTEDFAIL': 'passed',
    'SKIP': 'skipped',
}
CASE = re.compile(r'^( *)(not ok|ok)\b(.*)$')


def cases(output):
    """Results of the innermost cases in a TAP output; the line that sums up an indented group of cases is not one itself."""
    results = []
    inner = -1
    for line in output.splitlines():
        match = CASE.match(line)
        if match is None:
            continue
        depth = len(match[1])
        if inner <= depth:
            directive = match[3].lower()
            if '# skip' in directive:
                results.append('skipped')
            else:
                results.append('passed' if match[2] == 'ok' or '# todo' in directive else 'failed')
        inner = depth
    return results


def count(test):
    result = RESULTS.get(test['result'], 'failed')
    output = test.get('stdout') or ''
    if not re.search(r'^(TAP version|1\.\.)', output, re.MULTILINE):
        return Counter([result])
    counted = Counter(cases(output)) or Counter([result])
    # A program that crashed or was stopped may have failed in no case of its own.
    if result == 'failed' and not counted['failed']:
        counted['failed'] = 1
    return counted


def tally(folder):
    log = Path(folder, 'meson-logs', 'testlog.json')
    if not log.exists():
        print(f'{folder}: not built')
        return Counter(failed=1)
    total = Counter()
    for line in log.read_text(encoding='utf-8').splitlines():
        test = json.loads(line)
        counted = count(test)
        if counted['failed']:
            print(f"{folder}: {test['name']}: {counted['failed']} failed ({test['result'].lower()})")
        total += counted
    return total


def main():
    total = sum((tally(folder) for folder in sys.argv[1:]), Counter())
    skipped = f", {total['skipped']} skipped" if total['skipped'] else ''
    print(f"{total['passed']} passed, {total['failed']} failed{skipped}")
    return 1 if total['failed'] or not total['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
