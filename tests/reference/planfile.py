# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a plan file, fill in the standard values and lay a scenario over it.

The plan comes back as the nested dicts and lists of its JSON, every number present. Nothing here checks ranges: the
reference is for plans that the program itself accepts.
"""

import copy
import json

PLAN = {
    "name": "", "description": "", "currency": "CNY", "years": 20, "discount-rate": 0.08,
    "discounting": "end-of-year", "site-area": 0,
}
TAXES = {
    "surcharge-rate": 0.12, "stamp-rate": 0.0003, "property-rate": 0.0084, "land-tax": 0, "vat-refund": 0,
    "research-extra": 1, "local-vat-share": 0.5, "local-income-tax-share": 0.4,
}
FINANCE = {
    "debt-share": 0, "interest-rate": 0.042, "repayment": "equal-principal", "repayment-years": 8,
    "receivables-basis": "revenue", "payout": 0, "reserve-rate": 0.1,
}
ASSETS = {"building-life": 20, "equipment-life": 10, "intangible-life": 10, "residual": 0.05}
PHASE = {"build-months": 12, "delay-months": 0, "floor-area": 0}
INITIATIVE = {
    "description": "", "colour": None, "scale-exponent": 1, "staff": 0, "wage": 0, "wage-growth": 0,
    "repair-rate": 0, "research-rate": 0, "other-cost-rate": 0, "input-vat-rate": 0.13, "investment-vat-share": 0,
    "building-share": 0.4, "equipment-share": 0.6, "income-tax-rate": 0.25, "tax-exempt-years": 0,
    "tax-half-years": 0, "tax-half-rate": 0.125, "loss-years": 5, "subsidy": 0, "subsidy-years": 0,
    "receivable-days": 0, "inventory-days": 0, "payable-days": 0,
}
PRODUCT = {
    "price-growth": 0, "sell-through": 1, "own-use-value": 0, "market-limit": None, "market-growth": 0,
    "material-cost": 0, "material-growth": 0, "energy-cost": 0, "energy-growth": 0, "vat-rate": 0.13,
    "degradation": 0, "co2-avoided": 0,
}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def fill(plan):
    """The plan with every standard value written out; a path can then name any of them."""
    plan = {**PLAN, **copy.deepcopy(plan)}
    plan["taxes"] = {**TAXES, **plan.get("taxes", {})}
    plan["finance"] = {**FINANCE, **plan.get("finance", {})}
    plan["assets"] = {**ASSETS, **plan.get("assets", {})}
    plan["phases"] = [{**PHASE, **phase} for phase in plan["phases"]]
    plan["initiatives"] = [fill_initiative(initiative, plan["phases"]) for initiative in plan["initiatives"]]
    return plan


def fill_initiative(initiative, phases):
    initiative = {**INITIATIVE, **initiative}
    initiative["ramp-up"] = list(initiative.get("ramp-up") or [1])
    initiative["products"] = [{**PRODUCT, **product} for product in initiative["products"]]
    spent = initiative.get("investment", {})
    initiative["investment"] = {phase["id"]: spent.get(phase["id"], 0) for phase in phases}
    return initiative


def lineage(plan, scenario_id):
    """The scenarios whose changes make this one, the farthest ancestor first."""
    if scenario_id == "base":
        return []
    scenario = next(one for one in plan.get("scenarios", []) if one["id"] == scenario_id)
    return lineage(plan, scenario.get("from", "base")) + [scenario]


def change(plan, path, value):
    *parents, last = path.split(".")
    here = plan
    for name in parents:
        here = child(here, name)
    if isinstance(here, list):
        here[int(last) - 1] = value
    else:
        here[last] = value


def child(here, name):
    if isinstance(here, dict):
        return here[name]
    return next(one for one in here if one["id"] == name)


def resolve(plan, scenario_id="base", settings=()):
    """The plan that a scenario makes; settings are further (path, value) pairs laid on top."""
    resolved = fill(plan)
    for scenario in lineage(plan, scenario_id):
        for path, value in scenario.get("changes", {}).items():
            change(resolved, path, value)
    for path, value in settings:
        change(resolved, path, value)
    return resolved
