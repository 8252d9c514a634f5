#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the program's projections against the reference, over random plans and their scenarios.

    compare.py OUTLAY-CLI [--plans K] [--first SEED] [PLAN...]

Each number is compared to 1e-9 of the size of what it is one of: a series to its largest value, or to what rounding in
the plan's largest sums of money may leave where the series itself is nothing beside them. Prints the largest deviation.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import planfile
import project
from random_plan import Dice, changes, random_plan

TOLERANCE = 1e-9
ROUNDING = 1e-4  # of the plan's largest amount: what a series of money is at least measured by
RATIOS = {"icr": "interest", "dscr": None, "debt-ratio": "assets"}
MONEY = ("construction-investment", "total-investment", "npv-before-tax", "npv-after-tax", "npv-equity")
RATES = {
    "irr-before-tax": "cash-flow-before-tax", "irr-after-tax": "cash-flow-after-tax", "irr-equity": "equity-cash-flow",
}


class Comparison:
    """One projection against the reference's."""

    def __init__(self, ours, theirs, projection):
        self.ours, self.theirs, self.projection = ours, theirs, projection
        self.worst = (0.0, "")
        self.faults = []
        self.money = max(
            max(map(abs, projection.whole.yearly[name]))
            for name in ("assets", "revenue", "operating-cost", "investment", "output-value", "cash-flow-before-tax")
        )
        self.compare()

    def fault(self, where, expected, found):
        self.faults.append(f"{where}: expected {expected!r}, found {found!r}")

    def number(self, where, expected, found, scale):
        if expected is None or found is None:
            if expected is not found:
                self.fault(where, expected, found)
            return
        deviation = abs(expected - found) / scale if scale > 0 else abs(expected - found)
        if not deviation <= TOLERANCE:  # a NaN too
            self.fault(where, expected, found)
        self.worst = max(self.worst, (deviation, where))

    def compare(self):
        for name in ("plan", "scenario", "years"):
            if self.ours[name] != self.theirs.get(name):
                self.fault(name, self.ours[name], self.theirs.get(name))
        self.tree("series", self.ours["series"], self.theirs["series"])
        self.tree("products", self.ours["products"], self.theirs["products"])
        self.indicators("plan", self.projection.whole)
        for name, scope in self.projection.scopes.items():
            self.indicators(f"initiatives.{name}", scope)
        self.listed("targets", ("bound", "met"))
        self.listed("region", ())

    def tree(self, where, ours, theirs):
        """The same members in the same order, and the same numbers at the leaves."""
        if isinstance(ours, list):
            self.series(where, ours, theirs)
        elif not isinstance(theirs, dict) or list(ours) != list(theirs):
            self.fault(where, list(ours), list(theirs or []))
        else:
            for name in ours:
                self.tree(f"{where}.{name}", ours[name], theirs[name])

    def series(self, where, ours, theirs):
        name = where.split(".")[1]
        largest = max((abs(value) for value in ours if value is not None), default=0)
        if name in RATIOS:
            scales = [max(1, abs(value or 0)) * self.fragility(where, name, t) for t, value in enumerate(ours)]
        elif where.startswith("products") or name in ("jobs", "co2-avoided"):
            scales = [largest] * len(ours)
        else:
            scales = [max(largest, ROUNDING * self.money)] * len(ours)
        if len(ours) != len(theirs):
            self.fault(where, len(ours), len(theirs))
        for t, (expected, found) in enumerate(zip(ours, theirs)):
            self.number(f"{where}.{self.ours['years'][t]}", expected, found, scales[t])

    def fragility(self, where, name, t):
        """How much a ratio magnifies rounding: its denominator may be next to nothing beside the plan's money."""
        scope = self.scope(where)
        under = abs(scope.yearly[RATIOS[name]][t]) if RATIOS[name] else (
            scope.yearly["interest"][t] + scope.yearly["loan-repayment"][t]
        )
        return max(1, ROUNDING * self.money / under) if under > 0 else 1

    def scope(self, where):
        parts = where.split(".")
        if "initiatives" in parts:
            return self.projection.scopes[parts[parts.index("initiatives") + 1]]
        return self.projection.whole

    def indicators(self, level, scope):
        theirs = self.theirs["indicators"]
        for part in level.split("."):
            theirs = theirs.get(part, {})
        if list(scope.indicators) != list(theirs):
            self.fault(f"indicators.{level}", list(scope.indicators), list(theirs))
            return
        for name, expected in scope.indicators.items():
            where = f"indicators.{level}.{name}"
            if name in RATES:
                self.rates(where, scope.quiet(scope.yearly[RATES[name]]), expected, theirs[name])
            else:
                self.number(where, expected, theirs[name], self.indicator_scale(name, scope, expected))

    def indicator_scale(self, name, scope, expected):
        size = abs(expected or 0)
        if name in MONEY:
            return max(size, self.discounted_money())
        if name.endswith("-per-mu"):
            return max(size, ROUNDING * self.money / max(1, self.projection.plan["site-area"]))
        if name in ("icr-min", "icr-mean", "dscr-min", "dscr-mean"):
            ratio = name.split("-")[0]
            level = "plan" if scope is self.projection.whole else f"initiatives.{scope.initiatives[0].spec['id']}"
            return max(self.fragility(level, ratio, t) * max(1, abs(value))
                       for t, value in enumerate(scope.yearly[ratio]) if value is not None) if size else 1
        if name.startswith("payback"):
            return max(1, size) * self.payback_fragility(scope, name, expected)
        return size if name in ("co2-avoided", "jobs", "levelised-cost") else max(1, size)

    def payback_fragility(self, scope, name, expected):
        """A slow crossing of zero moves far for little."""
        flows = [abs(flow) for flow in scope.yearly["cash-flow-before-tax" if name == "payback-before-tax" else "cash-flow-after-tax"]]
        return max(1, 1e-4 * max(flows) / min(flow for flow in flows if flow > 0)) if expected is not None else 1

    def discounted_money(self):
        """What the largest amount is worth at its most, at a rate that may be below 0."""
        plan = self.projection.plan
        return ROUNDING * self.money * max(1, (1 + plan["discount-rate"]) ** -(plan["years"] + 1))

    def rates(self, where, flows, expected, found):
        expected, found = as_list(expected), as_list(found)
        if len(expected) != len(found):
            self.fault(where, expected, found)
            return
        for a, b in zip(expected, found):
            if not (abs(a - b) <= TOLERANCE * (1 + abs(a)) or self.vanishes(flows, b)):
                self.fault(where, expected, found)

    def vanishes(self, flows, rate):
        """Two rates are one where the flows do not tell them apart."""
        x = 1 / (1 + rate)
        terms = [flow * x**t for t, flow in enumerate(flows)]
        return abs(math.fsum(terms)) <= 1e-13 * math.fsum(map(abs, terms))

    def listed(self, name, exact):
        ours, theirs = self.ours[name], self.theirs.get(name, [])
        if [one["id"] for one in ours] != [one.get("id") for one in theirs]:
            self.fault(name, [one["id"] for one in ours], [one.get("id") for one in theirs])
            return
        for expected, found in zip(ours, theirs):
            where = f"{name}.{expected['id']}"
            self.number(f"{where}.value", expected["value"], found["value"],
                        max(abs(expected["value"] or 0), 1e-4 if name == "targets" else ROUNDING * self.money))
            for member in exact:
                if expected[member] != found[member]:
                    self.fault(f"{where}.{member}", expected[member], found[member])
            if "share" in expected:
                self.number(f"{where}.share", expected["share"], found["share"], max(1, abs(expected["share"] or 0)))


def as_list(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def run(cli, path, scenario, settings):
    call = [*cli, "project", "--format", "json", "--scenario", scenario]
    for name, value in settings:
        text = value if isinstance(value, str) else json.dumps(value)
        call += ["--set", f"{name}={text}"]
    done = subprocess.run([*call, path], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(call)} {path}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def cases(plan, settings):
    yield "base", ()
    for scenario in plan.get("scenarios", []):
        yield scenario["id"], ()
    if settings:
        yield "base", settings


def compare(cli, path, plan, settings=()):
    """The largest deviation and all faults of one plan, its scenarios and one case of settings."""
    worst, faults = (0.0, ""), []
    for scenario, laid_over in cases(plan, settings):
        projection = project.Projection(planfile.resolve(plan, scenario, laid_over))
        theirs = run(cli, path, scenario, laid_over)
        found = Comparison(projection.document(scenario), theirs, projection)
        worst = max(worst, found.worst)
        faults += [f"{plan['name']}, {scenario}{' with settings' if laid_over else ''}: {fault}"
                   for fault in found.faults]
    return worst, faults


def compare_random(cli, seed, folder):
    plan = random_plan(seed)
    path = os.path.join(folder, f"{seed}.outlay.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    settings = tuple(changes(Dice(-seed), planfile.fill(plan)).items())
    return compare(cli, path, plan, settings)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli", help="the program; words are split at spaces")
    parser.add_argument("plans", nargs="*", metavar="PLAN")
    parser.add_argument("--random", type=int, default=0, metavar="K", help="how many random plans")
    parser.add_argument("--first", type=int, default=1, metavar="SEED")
    options = parser.parse_args()
    cli = options.cli.split(" ")
    results = [compare(cli, path, planfile.load(path)) for path in options.plans]
    with tempfile.TemporaryDirectory() as folder:
        results += [compare_random(cli, options.first + k, folder) for k in range(options.random)]
    faults = [fault for _, found in results for fault in found]
    for fault in faults[:40]:
        print(fault)
    worst, where = max(worst for worst, _ in results)
    print(f"{len(results)} plans, {len(faults)} faults, largest deviation {worst:.2g} at {where or 'none'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
