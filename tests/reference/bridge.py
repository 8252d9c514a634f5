#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold a bridge of `outlay-cli compare` against the reference: every order in which the changes can be made, by the Python model.

    bridge.py OUTLAY-CLI PLAN FROM TO NAME...
"""

import itertools
import json
import math
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import planfile
import project

TOLERANCE = 1e-9


def changes(plan, source, target):
    """path: (before, after), of what either scenario changes."""
    paths = [path for one in (source, target) for each in planfile.lineage(plan, one) for path in each.get("changes", {})]

    def value(scenario, path):
        here = planfile.resolve(plan, scenario)
        for name in path.split("."):
            here = planfile.child(here, name)
        return here

    both = {path: (value(source, path), value(target, path)) for path in paths}
    return {path: values for path, values in both.items() if values[0] != values[1]}


def outcomes(plan, source, settings, names):
    document = project.project(plan, source, settings)
    indicators = document["indicators"]["plan"]
    t = indicators["design-year"] - document["years"][0]
    return {name: indicators[name] if name in indicators else document["series"][name]["plan"][t] for name in names}


def shapley(paths, worth):
    """Means over all orders of what each path adds."""
    sums = dict.fromkeys(paths, 0.0)
    for order in itertools.permutations(paths):
        made = frozenset()
        for path in order:
            sums[path] += worth[made | {path}] - worth[made]
            made |= {path}
    return {path: total / math.factorial(len(paths)) for path, total in sums.items()}


def main():
    cli, path, source, target, *names = sys.argv[1:]
    plan = planfile.load(path)
    changed = changes(plan, source, target)
    worths = {}
    for size in range(len(changed) + 1):
        for made in itertools.combinations(changed, size):
            worths[frozenset(made)] = outcomes(plan, source, [(one, changed[one][1]) for one in made], names)
    faults, worst = 0, 0.0
    for name in names:
        expected = shapley(list(changed), {made: found[name] for made, found in worths.items()})
        scale = max(abs(found[name]) for found in worths.values())
        output = subprocess.run([cli, "compare", path, "--scenarios", f"{source},{target}", "--bridge", name, "--format", "json"],
                                check=True, capture_output=True).stdout
        steps = {step["paths"][0]: step["contribution"] for step in json.loads(output)["bridges"][0]["steps"]}
        if set(steps) != set(expected):
            print(f"{name}: expected steps {sorted(expected)}, found {sorted(steps)}")
            faults += 1
            continue
        for one, value in expected.items():
            deviation = abs(steps[one] - value) / scale
            worst = max(worst, deviation)
            if not deviation <= TOLERANCE:
                print(f"{name}, {one}: expected {value!r}, found {steps[one]!r}")
                faults += 1
    print(f"{len(worths)} coalitions, {len(names)} bridges, {faults} faults, largest deviation {worst:.2g}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
