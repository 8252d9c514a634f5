# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 10 of docs/model.md: the indicators of a scope (the plan or one initiative), measures, targets, region."""

import math

from roots import internal_rates

MU = 2000 / 3


class Scope:
    """What section 10 needs to know of the plan or of one initiative; the plan is the sum of its initiatives."""

    def __init__(self, plan, calendar, initiatives):
        self.plan = plan
        self.calendar = calendar
        self.initiatives = initiatives
        self.years = calendar.years
        self.phases = range(len(plan["phases"]))
        self.yearly = {}
        for name in initiatives[0].yearly:
            self.yearly[name] = [sum(one.yearly[name][t] for one in initiatives) for t in self.years]
        self.dep0 = [sum(one.dep0[t] for one in initiatives) for t in self.years]
        self.I = [sum(one.I[p] for one in initiatives) for p in self.phases]
        y = self.yearly
        self.earning = [y["revenue"][t] + y["own-use"][t] > 0 for t in self.years]
        self.construction = sum(self.I)
        self.total = self.construction + sum(y["interest-capitalised"]) + max(0.0, max(y["working-capital"]))
        self.ratios()
        self.indicators = self.all_indicators()

    def ratios(self):
        y = self.yearly
        largest = max(y["assets"])
        y["icr"] = [ratio(y["ebit"][t], y["interest"][t]) for t in self.years]
        y["dscr"] = [
            ratio(y["ebit"][t] + y["depreciation"][t] - y["income-tax"][t], y["interest"][t] + y["loan-repayment"][t])
            for t in self.years
        ]
        y["debt-ratio"] = [
            y["liabilities"][t] / y["assets"][t] if y["assets"][t] > 1e-9 * largest else None for t in self.years
        ]

    def exponent(self, t):
        return t + 0.5 if self.plan["discounting"] == "mid-year" else t + 1

    def present(self, flows):
        return [flows[t] * (1 + self.plan["discount-rate"]) ** -self.exponent(t) for t in self.years]

    def quiet(self, flows):
        """The flows, those that are nothing beside the investment set to 0."""
        return [0.0 if abs(flow) < 1e-9 * self.construction else flow for flow in flows]

    def irr(self, name):
        roots = internal_rates(self.quiet(self.yearly[name]))
        return None if not roots else roots[0] if len(roots) == 1 else roots

    def mirr(self):
        flows = self.quiet(self.yearly["cash-flow-after-tax"])
        N = len(flows)
        gain = 1 + self.plan["discount-rate"]
        cost = 1 + self.plan["finance"]["interest-rate"]
        gained = sum(flows[t] * gain ** (N - 1 - t) for t in self.years if flows[t] > 0)
        spent = sum(-flows[t] * cost**-t for t in self.years if flows[t] < 0)
        return (gained / spent) ** (1 / (N - 1)) - 1 if gained > 0 and spent > 0 and N > 1 else None

    def payback(self, flows):
        total = largest = 0.0
        totals, negative = [], []
        for flow in flows:
            total += flow
            largest = max(largest, abs(flow))
            totals.append(total)
            negative.append(total < -1e-9 * largest)
        if not any(negative) or negative[-1]:
            return None
        t = max(u for u in self.years if negative[u])
        start = min(self.calendar.s[p] for p in self.phases if self.I[p] > 0)
        return t + 1 + -totals[t] / flows[t + 1] - start / 12

    def design_index(self):
        ready = [
            self.calendar.c[p] + 12 * (len(one.spec["ramp-up"]) - 1)
            for one in self.initiatives for p in self.phases if one.I[p] > 0
        ]
        if not ready:
            return 0
        return next((t for t in self.years if max(ready) <= 12 * t), self.years[-1])

    def mean_earning(self, series):
        values = [series[t] for t in self.years if self.earning[t] and series[t] is not None]
        return sum(values) / len(values) if values else None

    def repaying(self, t):
        return any(
            12 * t >= self.calendar.c[p] and one.opening[p][t] > 0 for one in self.initiatives for p in self.phases
        )

    def covers(self, name):
        return [self.yearly[name][t] for t in self.years if self.repaying(t) and self.yearly[name][t] is not None]

    def break_even(self, t):
        y = self.yearly
        fixed = (
            y["wages"][t] + y["repairs"][t] + y["depreciation"][t] + y["interest"][t] + y["property-tax"][t]
            + y["land-tax"][t]
        )
        variable = y["materials"][t] + y["energy"][t] + y["research"][t] + y["other-cost"][t] + y["stamp-tax"][t]
        margin = y["revenue"][t] + y["own-use"][t] - variable - y["surcharges"][t]
        return (fixed - y["subsidy"][t]) / margin if margin > 0 else None

    def levelised_cost(self):
        """Overridden below: only an initiative with one product has one."""
        return None

    def all_indicators(self):
        y, d = self.yearly, self.design_index()
        area = self.plan["site-area"] / MU
        roi, roe = self.mean_earning(y["ebit"]), self.mean_earning(y["net-profit"])
        injected = sum(y["equity-injected"])
        icr, dscr = self.covers("icr"), self.covers("dscr")
        after_tax = self.quiet(y["cash-flow-after-tax"])
        debt_ratios = [value for value in y["debt-ratio"] if value is not None]
        return {
            "construction-investment": self.construction,
            "total-investment": self.total,
            "npv-before-tax": sum(self.present(y["cash-flow-before-tax"])),
            "npv-after-tax": sum(self.present(y["cash-flow-after-tax"])),
            "npv-equity": sum(self.present(y["equity-cash-flow"])),
            "irr-before-tax": self.irr("cash-flow-before-tax"),
            "irr-after-tax": self.irr("cash-flow-after-tax"),
            "irr-equity": self.irr("equity-cash-flow"),
            "mirr": self.mirr(),
            "payback-before-tax": self.payback(self.quiet(y["cash-flow-before-tax"])),
            "payback": self.payback(after_tax),
            "payback-discounted": self.payback(self.present(after_tax)),
            "design-year": self.plan["first-year"] + d,
            "roi": roi / self.total if roi is not None and self.total > 0 else None,
            "roe": roe / injected if roe is not None and injected > 1e-9 * self.total else None,
            "icr-min": min(icr, default=None),
            "icr-mean": sum(icr) / len(icr) if icr else None,
            "dscr-min": min(dscr, default=None),
            "dscr-mean": sum(dscr) / len(dscr) if dscr else None,
            "debt-ratio-max": max(debt_ratios, default=None),
            "break-even-utilisation": self.break_even(d),
            "levelised-cost": self.levelised_cost(),
            "investment-per-mu": ratio(self.construction, area),
            "output-per-mu": ratio(y["output-value"][d], area),
            "tax-per-mu": ratio(y["tax"][d], area),
            "jobs": y["jobs"][d],
            "co2-avoided": sum(y["co2-avoided"]),
        }

    def measure(self, series, which):
        if which == "mean":
            return self.mean_earning(series)
        if which == "design-year":
            return series[self.design_index()]
        values = [value for value in series if value is not None]
        if not values:
            return None
        return max(values) if which == "peak" else sum(values)


class InitiativeScope(Scope):
    def levelised_cost(self):
        one, y = self.initiatives[0], self.yearly
        if len(one.products) != 1:
            return None
        (product,) = one.products.values()
        quantity = sum(self.present(product["quantity"]))
        x = one.spec["investment-vat-share"]
        cost = [
            y["operating-cost"][t] + y["surcharges"][t] + y["stamp-tax"][t] + y["property-tax"][t] + y["land-tax"][t]
            + y["investment"][t] * (1 - x) for t in self.years
        ]
        return sum(self.present(cost)) / quantity if quantity > 0 else None


def ratio(a, b):
    return a / b if b != 0 else None


def met(value, target):
    """Whether a target is kept: to 1e-9 of its bound; never where there is no single value."""
    if value is None:
        return False
    bound = target.get("at-least", target.get("at-most"))
    slack = 1e-9 * math.fabs(bound)
    return value >= bound - slack if "at-least" in target else value <= bound + slack
