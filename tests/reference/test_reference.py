#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference is held to what must be true of any plan, to published cases and to a plan worked by hand."""

import functools
import json
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]

import planfile
import project
import tap
from random_plan import random_plan
from roots import internal_rates

PUBLISHED = os.path.join(HERE, "..", "data", "published")
SEEDS = range(1000, 1060)

# One machine of 1,200 yuan, bought in the first year and ready at its end; half of it borrowed at 10 %.
BY_HAND = {
    "format": "outlay-plan", "version": 1, "name": "By hand", "first-year": 2020, "years": 3, "discount-rate": 0.1,
    "taxes": {"surcharge-rate": 0.1, "stamp-rate": 0.01, "property-rate": 0.0},
    "finance": {"debt-share": 0.5, "interest-rate": 0.1, "repayment-years": 2, "reserve-rate": 0.1, "payout": 0.5},
    "assets": {"equipment-life": 2, "residual": 0.1},
    "phases": [{"id": "only", "name": "Only", "start": "2020-01", "build-months": 12}],
    "initiatives": [{
        "id": "shop", "name": "Shop", "investment": {"only": 1200}, "design-investment": 1200,
        "building-share": 0, "equipment-share": 1, "investment-vat-share": 0.1, "income-tax-rate": 0.25,
        "input-vat-rate": 0.1, "receivable-days": 36,
        "products": [{"id": "cake", "name": "Cake", "unit": "piece", "capacity": 100, "price": 20, "vat-rate": 0.1,
                      "material-cost": 5}],
    }],
}
BY_HAND_SERIES = {
    "investment": [1200, 0, 0],
    "revenue": [0, 2000, 2000],
    "operating-cost": [0, 500, 500],
    "loan-draw": [600, 0, 0],
    "interest-capitalised": [30, 0, 0],          # 10 % of half of the draw
    "interest": [0, 63, 31.5],                   # on 630, then on 315
    "loan-repayment": [0, 315, 315],
    "loan-balance": [630, 315, 0],
    "depreciation": [0, 499.5, 499.5],           # (1080 + 30) * 0.9 / 2
    "net-assets": [1110, 610.5, 111],
    "net-assets-before-financing": [1080, 594, 108],
    "capital-expenditure": [1080, 0, 0],
    "vat-credit": [120, 0, 0],
    "vat-payable": [0, 30, 150],                 # 200 - 50 - 120, 200 - 50
    "surcharges": [0, 3, 15],
    "stamp-tax": [0, 20, 20],
    "ebit": [0, 977.5, 965.5],                   # 2000 - 500 - 3 - 20 - 499.5
    "profit-before-tax": [0, 914.5, 934],
    "income-tax": [0, 228.625, 233.5],
    "adjusted-income-tax": [0, 247.75, 244.75],  # 25 % of 2000 - 500 - 3 - 20 - 486
    "taxable-income": [0, 914.5, 934],
    "net-profit": [0, 685.875, 700.5],
    "statutory-reserve": [0, 68.5875, 70.05],
    "undistributed-profit": [0, 308.64375, 623.86875],  # 685.875 - 68.5875 - 308.64375; 308.64375 + 700.5 - 70.05 - 315.225
    "tax": [0, 281.625, 418.5],
    "working-capital": [0, 200, 200],
    "cash-flow-before-tax": [-1200, 1397, 1773],  # 2000 - 523 - 200 + 120; 2000 - 535 + 200 + 108
    "cash-flow-after-tax": [-1200, 1149.25, 1528.25],
    "equity-cash-flow": [-600, 790.375, 1196],    # 1773 - 233.5 - 31.5 - 315 + 3
    "equity-injected": [600, 0, 0],
    "dividends": [0, 308.64375, 315.225],         # half of nine tenths of the net profit
    "cash": [0, 481.73125, 1051.50625],
    "assets": [1230, 1292.23125, 1362.50625],
    "liabilities": [630, 315, 0],
}
BY_HAND_INDICATORS = {
    "construction-investment": 1200,
    "total-investment": 1430,
    "npv-after-tax": -1200 / 1.1 + 1149.25 / 1.21 + 1528.25 / 1.331,
    "payback-before-tax": 1 + 1200 / 1397,
    "payback": 2 + 50.75 / 1528.25,
    "design-year": 2021,
    "roi": (977.5 + 965.5) / 2 / 1430,
    "roe": (685.875 + 700.5) / 2 / 600,
    "icr-min": 977.5 / 63,
    "dscr-min": (977.5 + 499.5 - 228.625) / (63 + 315),
    "break-even-utilisation": (499.5 + 63) / (2000 - 500 - 20 - 3),
    "mirr": ((1149.25 * 1.1 + 1528.25) / 1200) ** 0.5 - 1,
}


@functools.cache
def projections():
    return list(made_projections())


def made_projections():
    for seed in SEEDS:
        plan = random_plan(seed)
        for scenario in ["base"] + [one["id"] for one in plan["scenarios"]]:
            resolved = planfile.resolve(plan, scenario)
            yield f"{seed} {scenario}", resolved, project.Projection(resolved)


class Reference(unittest.TestCase):
    def close(self, a, b, scale, what):
        self.assertLessEqual(abs(a - b), 1e-9 * scale, f"{what}: {a} and {b}")

    def test_by_hand(self):
        made = project.project(BY_HAND)
        for name, expected in BY_HAND_SERIES.items():
            for t, value in enumerate(expected):
                self.close(made["series"][name]["plan"][t], value, 1200, f"{name} {t}")
        for name, value in BY_HAND_INDICATORS.items():
            self.close(made["indicators"]["plan"][name], value, max(1, abs(value)), name)

    def test_books_balance(self):
        for name, _, made in projections():
            for one in [*made.scopes.values(), made.whole]:
                largest = max(map(abs, one.yearly["assets"]))
                for t in one.years:
                    owed = one.yearly["liabilities"][t] + one.yearly["equity"][t]
                    self.close(one.yearly["assets"][t], owed, largest, f"{name} {t}")

    def test_levels_add_up(self):
        for name, plan, made in projections():
            document = made.document("base")
            for series in project.BY_PHASE:
                levels = document["series"][series]
                for t, whole in enumerate(levels["plan"]):
                    scale = max(map(abs, levels["plan"]))
                    self.close(sum(of[t] for of in levels["initiatives"].values()), whole, scale, f"{name} {series}")
                    self.close(sum(of[t] for of in levels["phases"].values()), whole, scale, f"{name} {series}")

    def test_rates_bring_npv_to_zero(self):
        for name, _, made in projections():
            for one in made.scopes.values():
                flows = one.quiet(one.yearly["equity-cash-flow"])
                for rate in internal_rates(flows):
                    x = 1 / (1 + rate)
                    value = sum(flow * x**t for t, flow in enumerate(flows))
                    size = sum(abs(flow) * x**t for t, flow in enumerate(flows))
                    self.assertLessEqual(abs(value), 1e-9 * size, name)

    def test_no_debt_ignores_interest(self):
        for seed in SEEDS:
            plan = random_plan(seed)
            without = lambda rate: project.project(plan, "base", [("finance.debt-share", 0),
                                                                  ("finance.interest-rate", rate)])
            a, b = without(0.01), without(0.5)
            self.assertEqual(a["series"], b["series"])

    def test_published_cash_flows(self):
        with open(os.path.join(PUBLISHED, "cash-flows.json"), encoding="utf-8") as file:
            for case in json.load(file):
                flows, offset = case["flows"], case["offset"]
                if "npv" in case:
                    npv = case["npv"]
                    value = sum(flow * (1 + npv["rate"]) ** -(t + offset) for t, flow in enumerate(flows))
                    self.assertAlmostEqual(value, npv["value"], delta=npv["tolerance"], msg=case["case"])
                if "irr" in case:
                    found = internal_rates(flows)
                    self.assertEqual(len(found), len(case["irr"]["roots"]), case["case"])
                    for rate, printed in zip(found, case["irr"]["roots"]):
                        self.assertAlmostEqual(rate, printed, delta=case["irr"]["tolerance"], msg=case["case"])


if __name__ == "__main__":
    tap.main()
