#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that nobody would draw up: every corner of the model, by a seed.

    random_plan.py SEED > PLAN

Members are left out now and then, so that the standard values are tried too. Numbers have few digits, as people type
them; months add up to whole years often enough for the equality in "12 t >= c" to matter.
"""

import json
import random
import sys

CHOICES = {
    "discounting": ("end-of-year", "mid-year"),
    "finance.repayment": ("equal-principal", "equal-instalment", "from-earnings"),
    "finance.receivables-basis": ("revenue", "operating-cost"),
}


class Dice(random.Random):
    def chance(self, probability):
        return self.random() < probability

    def share(self, low, high):
        return round(self.uniform(low, high), self.choice((1, 2, 3, 4)))

    def amount(self, low, high):
        """A number of about the same chance at every scale, with two to four digits."""
        number = low * (high / low) ** self.random()
        return float(f"{number:.{self.choice((2, 3, 4))}g}")

    def plain(self, number):
        return int(number) if number == int(number) else number

    def some(self, members, probability=0.7):
        """A few of the members that may be left out; each is a function, called only when it is wanted."""
        return {name: self.plain(value) if isinstance(value, float) else value
                for name, roll in members.items() if self.chance(probability) for value in (roll(),)}


def months(dice, low, high):
    kind = dice.random()
    if kind < 0.15:
        return dice.randint(low, low + 5)
    if kind < 0.4:
        return dice.randint(low, high)
    if kind < 0.75:
        return min(high, 12 * dice.randint(1, max(1, high // 12)))
    return dice.plain(round(dice.uniform(low, high), dice.choice((1, 2))))


def start(dice, first_year, years):
    if dice.chance(0.15):  # work, and losses, from the first year
        return f"{first_year:04}-01"
    month = 1 if dice.chance(0.4) else dice.randint(1, 12)
    return f"{first_year + dice.randrange(years):04}-{month:02}"


def phase(dice, number, first_year, years):
    early = max(1, years // 2) if dice.chance(0.85) else years
    return {
        "id": f"phase-{number}", "name": f"Phase {number}", "start": start(dice, first_year, early),
        **dice.some({
            "build-months": lambda: months(dice, 1, 40),
            "delay-months": lambda: 0 if dice.chance(0.5) else months(dice, 0, 30),
            "floor-area": lambda: dice.amount(100, 1e5),
        }),
    }


def growth(dice):
    return dice.share(-0.1, 0.1) if dice.chance(0.9) else dice.share(-0.5, 1)


def product(dice, number, worth):
    """worth: what the product may bring in a year, so that costs and investment are of one world."""
    capacity = dice.amount(1, 1e7)
    price = worth / capacity
    few = lambda number: float(f"{number:.3g}")
    return {
        "id": f"product-{number}", "name": f"Product {number}", "unit": "t",
        "capacity": 0 if dice.chance(0.05) else dice.plain(capacity),
        "price": 0 if dice.chance(0.05) else dice.plain(few(price)),
        **dice.some({
            "price-growth": lambda: growth(dice),
            "sell-through": lambda: dice.choice((0, 1, dice.share(0, 1))),
            "own-use-value": lambda: few(price * dice.uniform(0, 1.5)),
            "market-limit": lambda: None if dice.chance(0.3) else few(capacity * dice.uniform(0, 1.2)),
            "market-growth": lambda: growth(dice),
            "material-cost": lambda: few(price * dice.uniform(0, 0.9)),
            "material-growth": lambda: growth(dice),
            "energy-cost": lambda: few(price * dice.uniform(0, 0.2)),
            "energy-growth": lambda: growth(dice),
            "vat-rate": lambda: dice.choice((0, 0.06, 0.09, 0.13, 1)),
            "degradation": lambda: dice.choice((0, 0.005, 0.1, 0.5)),
            "co2-avoided": lambda: dice.amount(1e-5, 2),
        }, 0.6),
    }


def investment(dice, phases, design):
    cells = {}
    for one in phases:
        if dice.chance(0.75):
            cells[one["id"]] = 0 if dice.chance(0.1) else dice.plain(float(f"{design * dice.uniform(0.05, 1):.3g}"))
    return cells


def initiative(dice, number, phases):
    design = dice.amount(1e3, 1e11) if dice.chance(0.2) else dice.amount(1e7, 1e10)
    products = dice.choice((1, 1, 1, 2, 3))
    building = dice.share(0, 1)
    few = lambda number: float(f"{number:.3g}")
    return {
        "id": f"initiative-{number}", "name": f"Initiative {number}", "design-investment": dice.plain(design),
        "investment": investment(dice, phases, design),
        "products": [product(dice, j + 1, design * dice.uniform(0.05, 3) / products) for j in range(products)],
        "building-share": building, "equipment-share": dice.share(0, int((1 - building) * 10) / 10),
        **dice.some({
            "scale-exponent": lambda: dice.choice((0.3, 0.6, 0.85, 1, 1.5)),
            "ramp-up": lambda: [dice.share(0, 1.2) for _ in range(dice.choice((1, 2, 3, 3, 5, 20)))],
            "staff": lambda: dice.randint(0, 5000),
            "wage": lambda: few(design * dice.uniform(0, 1e-4)),
            "wage-growth": lambda: growth(dice),
            "repair-rate": lambda: dice.share(0, 0.05),
            "research-rate": lambda: dice.share(0, 0.1),
            "other-cost-rate": lambda: dice.share(0, 0.1),
            "input-vat-rate": lambda: dice.choice((0, 0.06, 0.13, 0.5)),
            "investment-vat-share": lambda: dice.choice((0, 0.08, 0.1, 0.5)),
            "income-tax-rate": lambda: dice.choice((0, 0.1, 0.15, 0.25, 0.5)),
            "tax-exempt-years": lambda: dice.choice((0, 2, 3)),
            "tax-half-years": lambda: dice.choice((0, 3, 5)),
            "tax-half-rate": lambda: dice.choice((0.075, 0.125, 0.4)),
            "loss-years": lambda: dice.choice((0, 1, 2, 5, 10, 100)),
            "subsidy": lambda: few(design * dice.uniform(0, 0.1)),
            "subsidy-years": lambda: dice.choice((0, 1, 5, 100)),
            "receivable-days": lambda: dice.choice((0, 30, 90, 720)),
            "inventory-days": lambda: dice.choice((0, 45, 90)),
            "payable-days": lambda: dice.choice((0, 60, 120, 720)),
        }),
    }


def settings(dice):
    return {
        "taxes": dice.some({
            "surcharge-rate": lambda: dice.share(0, 0.2),
            "stamp-rate": lambda: 0.0005,
            "property-rate": lambda: dice.share(0, 0.02),
            "land-tax": lambda: dice.randint(0, 30),
            "vat-refund": lambda: dice.choice((0, 0.6, 1)),
            "research-extra": lambda: dice.choice((0, 0.75, 1, 3)),
            "local-vat-share": lambda: dice.share(0, 1),
            "local-income-tax-share": lambda: dice.share(0, 1),
        }, 0.5),
        "finance": dice.some({
            "debt-share": lambda: dice.choice((0, 0.3, 0.5, 0.8, 1)),
            "interest-rate": lambda: dice.choice((0, 0.03, 0.042, 0.12, 1)),
            "repayment": lambda: dice.choice(CHOICES["finance.repayment"]),
            "repayment-years": lambda: dice.choice((1, 2, 5, 8, 15, 60)),
            "receivables-basis": lambda: dice.choice(CHOICES["finance.receivables-basis"]),
            "payout": lambda: dice.choice((0, 0.3, 1)),
            "reserve-rate": lambda: dice.choice((0, 0.1, 0.5)),
        }, 0.8),
        "assets": dice.some({
            "building-life": lambda: dice.choice((20, 30, 7.5, 1)),
            "equipment-life": lambda: dice.choice((10, 5, 3.3, 100)),
            "intangible-life": lambda: dice.choice((10, 50, 2.25)),
            "residual": lambda: dice.choice((0, 0.03, 0.05, 1)),
        }),
    }


def numbers(dice, plan):
    """Paths that a scenario or --set can change, each with a value to give it."""
    one = dice.choice(plan["initiatives"])
    made = dice.choice(one["products"])
    works = dice.choice(plan["phases"])
    here = f"initiatives.{one['id']}."
    this = here + f"products.{made['id']}."
    return {
        "discount-rate": dice.share(-0.05, 0.3),
        "discounting": dice.choice(CHOICES["discounting"]),
        "taxes.vat-refund": dice.choice((0, 0.5, 1)),
        "finance.debt-share": dice.choice((0, 0.4, 0.9)),
        "finance.repayment": dice.choice(CHOICES["finance.repayment"]),
        "finance.receivables-basis": dice.choice(CHOICES["finance.receivables-basis"]),
        "assets.equipment-life": dice.choice((4, 8.5)),
        f"phases.{works['id']}.start": start(dice, plan["first-year"], plan.get("years", 20)),
        f"phases.{works['id']}.delay-months": months(dice, 0, 24),
        here + f"investment.{works['id']}": dice.choice((0, one["design-investment"])),
        here + "ramp-up.1": dice.share(0, 1),
        here + "income-tax-rate": dice.share(0, 0.4),
        here + "loss-years": dice.randint(0, 10),
        here + "name": "Another name",
        this + "price": dice.plain(float(f"{made['price'] * dice.uniform(0.5, 1.5):.3g}")),
        this + "market-limit": dice.choice((None, dice.plain(float(f"{made['capacity'] * 0.5:.3g}")))),
    }


def changes(dice, plan):
    candidates = numbers(dice, plan)
    chosen = dice.sample(sorted(candidates), dice.randint(1, 6))
    return {path: candidates[path] for path in chosen}


def scenarios(dice, plan):
    made = []
    for number in range(dice.choice((0, 1, 2, 4))):
        scenario = {"id": f"scenario-{number + 1}", "name": f"Scenario {number + 1}"}
        if made and dice.chance(0.7):
            scenario["from"] = dice.choice(made)["id"]
        scenario["changes"] = changes(dice, plan)
        made.append(scenario)
    dice.shuffle(made)
    return made


def targets(dice, plan):
    one = dice.choice(plan["initiatives"])
    bound = {dice.choice(("at-least", "at-most")): dice.plain(dice.amount(1, 1e9))}
    measure = lambda: dice.choice(("design-year", "mean", "peak", "total"))
    return [
        {"id": "output", "name": "Output", "series": dice.choice(("output", "output-value")), "measure": measure(), **bound},
        {"id": "cover", "name": "Cover", "series": dice.choice(("dscr", "icr", "debt-ratio")), "measure": measure(),
         "initiative": one["id"], "at-least": 1},
        {"id": "made", "name": "Made", "series": dice.choice(("quantity", "quantity-sold")), "measure": measure(),
         "initiative": one["id"], "product": dice.choice(one["products"])["id"], **bound},
        {"id": "return", "name": "Return", "indicator": dice.choice(("irr-equity", "irr-after-tax", "payback", "jobs")),
         "at-least": 0.08},
    ]


def region(dice, plan):
    return {"name": "Region", "figures": [
        {"id": "output", "name": "Output", "value": dice.choice((0, 1e11)), "unit": "yuan", "year": 2021,
         "series": "sales", "measure": "design-year"},
        {"id": "tax", "name": "Tax", "value": 1e10, "series": "tax", "measure": dice.choice(("mean", "peak", "total")),
         "initiative": plan["initiatives"][0]["id"]},
        {"id": "people", "name": "People", "value": 5000000, "unit": "persons"},
    ]}


def random_plan(seed):
    dice = Dice(seed)
    years = dice.choice((1, 2, 3, 8, 15, 20, 20, 20, 25, 30, 60))
    first_year = dice.randint(1990, 2100)
    phases = [phase(dice, p + 1, first_year, years) for p in range(dice.choice((1, 1, 2, 2, 3, 5)))]
    plan = {
        "format": "outlay-plan", "version": 1, "name": f"Random plan {seed}", "first-year": first_year, "years": years,
        **dice.some({
            "discount-rate": lambda: dice.choice((0, 0.08, 0.05, 0.12, -0.02, 0.5)),
            "discounting": lambda: dice.choice(CHOICES["discounting"]),
            "site-area": lambda: dice.amount(1e3, 1e6),
        }),
        **settings(dice),
        "phases": phases,
        "initiatives": [initiative(dice, i + 1, phases) for i in range(dice.choice((1, 1, 2, 3, 6)))],
    }
    for one in plan["initiatives"]:  # so that every path of numbers() exists
        one.setdefault("ramp-up", [1])
    plan["targets"] = targets(dice, plan)
    plan["region"] = region(dice, plan)
    plan["scenarios"] = scenarios(dice, plan)
    return plan


def main():
    json.dump(random_plan(int(sys.argv[1])), sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
