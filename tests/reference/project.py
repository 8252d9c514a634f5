#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole projection of a plan file, as `outlay-cli project --format json` writes it.

    project.py PLAN [--scenario ID] [--set PATH=VALUE]...
"""

import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import planfile
from indicators import InitiativeScope, Scope, met
from model import Calendar, Initiative

YEARLY = """
investment capital-expenditure output-value revenue own-use subsidy materials energy wages repairs research other-cost operating-cost
depreciation amortisation interest-capitalised interest loan-draw loan-repayment loan-balance vat-out vat-in vat-credit vat-refund
vat-payable surcharges stamp-tax property-tax land-tax income-tax adjusted-income-tax tax local-tax ebit
profit-before-tax net-profit loss-used taxable-income receivables inventory payables working-capital cash-flow-before-tax
cash-flow-after-tax equity-cash-flow equity-injected statutory-reserve dividends undistributed-profit cash net-assets
net-assets-before-financing construction-in-progress intangible-assets assets liabilities equity jobs
co2-avoided icr dscr debt-ratio
""".split()

BY_PHASE = """
investment output-value revenue own-use interest-capitalised interest loan-draw loan-repayment loan-balance tax
local-tax co2-avoided
""".split()

OTHER_NAMES = {"sales": "revenue", "output": "output-value"}


class Projection:
    """A resolved plan and everything that follows from it."""

    def __init__(self, plan):
        self.plan = plan
        self.calendar = Calendar(plan)
        self.initiatives = {one["id"]: Initiative(plan, one, self.calendar) for one in plan["initiatives"]}
        self.scopes = {
            name: InitiativeScope(plan, self.calendar, [one]) for name, one in self.initiatives.items()
        }
        self.whole = Scope(plan, self.calendar, list(self.initiatives.values()))

    def series(self, name):
        levels = {
            "plan": self.whole.yearly[name],
            "initiatives": {one: scope.yearly[name] for one, scope in self.scopes.items()},
        }
        if name in BY_PHASE:
            phases = [phase["id"] for phase in self.plan["phases"]]
            cells = {one: dict(zip(phases, it.cells[name])) for one, it in self.initiatives.items()}
            levels["phases"] = {
                phase: [sum(of[phase][t] for of in cells.values()) for t in self.calendar.years] for phase in phases
            }
            levels["cells"] = cells
        return levels

    def value(self, wanted):
        """What a target or a regional figure names: an indicator or a measure of a series."""
        scope = self.scopes[wanted["initiative"]] if "initiative" in wanted else self.whole
        if "indicator" in wanted:
            return scope.indicators[wanted["indicator"]]
        if "product" in wanted:
            series = self.initiatives[wanted["initiative"]].products[wanted["product"]][wanted["series"]]
        else:
            series = scope.yearly[OTHER_NAMES.get(wanted["series"], wanted["series"])]
        return scope.measure(series, wanted["measure"])

    def target(self, target):
        value = self.value(target)
        if isinstance(value, list):  # several rates of return are no value
            value = None
        bound = target.get("at-least", target.get("at-most"))
        return {"id": target["id"], "value": value, "bound": bound, "met": met(value, target)}

    def figure(self, figure):
        value = self.value(figure)
        share = value / figure["value"] if value is not None and figure["value"] != 0 else None
        return {"id": figure["id"], "value": value, "share": share}

    def document(self, scenario):
        plan = self.plan
        return {
            "plan": plan["name"],
            "scenario": scenario,
            "years": [plan["first-year"] + t for t in self.calendar.years],
            "series": {name: self.series(name) for name in YEARLY},
            "products": {name: one.products for name, one in self.initiatives.items()},
            "indicators": {
                "plan": self.whole.indicators,
                "initiatives": {name: scope.indicators for name, scope in self.scopes.items()},
            },
            "targets": [self.target(target) for target in plan.get("targets", [])],
            "region": [
                self.figure(figure) for figure in plan.get("region", {}).get("figures", []) if "series" in figure
            ],
        }


def project(plan, scenario="base", settings=()):
    return Projection(planfile.resolve(plan, scenario, settings)).document(scenario)


def setting(text):
    path, value = text.split("=", 1)
    try:
        return path, json.loads(value)
    except ValueError:
        return path, value


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("plan")
    parser.add_argument("--scenario", default="base")
    parser.add_argument("--set", type=setting, action="append", default=[])
    options = parser.parse_args()
    json.dump(project(planfile.load(options.plan), options.scenario, options.set), sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
