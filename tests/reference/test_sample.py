#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Jinchuang plan says what was announced, says where every number comes from, and projects what it promises."""

import math
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]

import planfile
import project
import tap

PATH = os.path.join(HERE, "..", "..", "resources", "plans", "jinchuang.outlay.json")
PLAN = planfile.load(PATH)


def design_year(document, series, initiative=None):
    t = document["indicators"]["plan"]["design-year"] - document["years"][0]
    levels = document["series"][series]
    return (levels["initiatives"][initiative] if initiative else levels["plan"])[t]


def money(plan, initiative=None):
    return sum(sum(one["investment"].values()) for one in plan["initiatives"] if initiative in (None, one["id"]))


def numbers(value, path=()):
    """The paths of all numbers of the plan itself."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from numbers(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from numbers(inner, (*path, inner["id"] if isinstance(inner, dict) else str(index + 1)))
    elif isinstance(value, (int, float)):
        yield ".".join(path)


class Sample(unittest.TestCase):
    def setUp(self):
        self.base = project.project(PLAN)

    def test_announced_money(self):
        self.assertEqual(money(PLAN), 5.2e9)
        self.assertEqual([money(PLAN, name) for name in ("mining", "storage", "park")], [3e9, 2e9, 0.2e9])
        self.assertEqual(PLAN["phases"][0]["start"], "2021-08")
        self.assertEqual(PLAN["phases"][0]["floor-area"], 100000)

    def test_design_year_keeps_the_promise(self):
        self.assertAlmostEqual(design_year(self.base, "output-value"), 10e9, delta=0.01 * 10e9)
        self.assertAlmostEqual(design_year(self.base, "tax"), 500e6, delta=0.03 * 500e6)
        self.assertGreater(design_year(self.base, "revenue", "mining"), 4.5e9)
        self.assertGreater(design_year(self.base, "revenue", "storage"), 5.5e9)
        t = self.base["indicators"]["plan"]["design-year"] - PLAN["first-year"]
        self.assertAlmostEqual(self.base["products"]["mining"]["machines"]["quantity"][t], 3000)
        self.assertAlmostEqual(self.base["products"]["park"]["electricity"]["quantity"][t], 20e6, delta=0.5e6)

    def test_every_target_is_met_as_announced(self):
        announced = project.project(PLAN, "as-announced")
        self.assertEqual([target["id"] for target in announced["targets"] if not target["met"]], [])

    def test_return_is_plausible(self):
        indicators = self.base["indicators"]["plan"]
        self.assertTrue(0.08 <= indicators["irr-after-tax"] <= 0.16)
        self.assertGreater(indicators["dscr-min"], 1.2)
        self.assertTrue(0.4 <= indicators["break-even-utilisation"] <= 0.8)
        t = indicators["design-year"] - PLAN["first-year"]
        profit = self.base["series"]["profit-before-tax"]["plan"][t]
        self.assertTrue(0.06 <= profit / self.base["series"]["revenue"]["plan"][t] <= 0.09)

    def test_scenarios(self):
        moved = planfile.resolve(PLAN, "storage-first")
        self.assertEqual(money(moved), money(PLAN))
        self.assertEqual(money(moved, "storage"), 2.5e9)
        self.assertEqual(money(moved, "mining"), 2.5e9)
        late = project.project(PLAN, "phase-two-late")["indicators"]["plan"]
        self.assertEqual(late["design-year"], self.base["indicators"]["plan"]["design-year"] + 1)

    def test_every_number_has_a_source(self):
        plan = {name: value for name, value in PLAN.items() if name not in (
            "version", "targets", "uncertainties", "correlations", "sources", "region", "scenarios")}
        for path in numbers(plan):
            parts = path.split(".")
            nearest = [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
            source = next((PLAN["sources"][one] for one in nearest if one in PLAN["sources"]), None)
            self.assertIsNotNone(source, path)
            self.assertIn(source["status"], ("announced", "measured", "estimated", "assumed"))
            self.assertTrue(source["text"], path)

    def test_correlations_are_positive_definite(self):
        paths = [one["path"] for one in PLAN["uncertainties"]]
        matrix = [[float(a == b) for b in paths] for a in paths]
        for one in PLAN["correlations"]:
            a, b = (paths.index(path) for path in one["between"])
            matrix[a][b] = matrix[b][a] = one["rho"]
        factor = [[0.0] * len(paths) for _ in paths]
        for i in range(len(paths)):
            for j in range(i + 1):
                rest = matrix[i][j] - sum(factor[i][k] * factor[j][k] for k in range(j))
                self.assertTrue(i != j or rest > 0, paths[i])
                factor[i][j] = math.sqrt(rest) if i == j else rest / factor[j][j]


if __name__ == "__main__":
    tap.main()
