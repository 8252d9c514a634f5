# SPDX-License-Identifier: GPL-3.0-or-later
"""The projection model of docs/model.md, one equation after the other, for one initiative at a time.

This is the second opinion that the engine is held against. It shares no code with the engine and is written to be
compared with the page by eye: plain loops over phases and years, no cleverness, the page's symbols as names.
"""

import itertools
import math

INFINITY = math.inf


def over(a, b, c, d):
    """Years that [a, b] and [c, d] share; arguments in months."""
    return max(0.0, min(b, d) - max(a, c)) / 12


def year(a, b, t):
    return over(a, b, 12 * t, 12 * t + 12)


class Calendar:
    """Section 1: when each phase spends, completes and operates."""

    def __init__(self, plan):
        self.years = range(plan["years"])
        self.s, self.c, self.w, self.a = [], [], [], []
        for phase in plan["phases"]:
            calendar_year, month = phase["start"].split("-")
            s = 12.0 * (int(calendar_year) - plan["first-year"]) + int(month) - 1
            c = s + phase["build-months"] + phase["delay-months"]
            self.s.append(s)
            self.c.append(c)
            self.w.append([year(s, c, t) / ((c - s) / 12) for t in self.years])
            self.a.append([year(c, INFINITY, t) for t in self.years])


class Initiative:
    """Everything that the page says of one initiative. Series are lists by year; cell series are lists of those."""

    def __init__(self, plan, initiative, calendar):
        self.plan = plan
        self.spec = initiative
        self.calendar = calendar
        self.years = calendar.years
        self.phases = range(len(plan["phases"]))
        self.I = [float(initiative["investment"][phase["id"]]) for phase in plan["phases"]]
        self.yearly = {}
        self.cells = {}
        self.products = {}
        self.output()
        self.operating_cost()
        self.value_added_tax()
        self.other_taxes()
        self.working_capital()
        self.loans_profit_and_income_tax()
        self.cash_flows()
        self.books()
        self.share_out_tax()

    def zeros(self):
        return [0.0 for _ in self.years]

    def cell_zeros(self):
        return [self.zeros() for _ in self.phases]

    # Section 2

    def output(self):
        spec, calendar = self.spec, self.calendar
        self.k = [(I / spec["design-investment"]) ** (1 / spec["scale-exponent"]) if I > 0 else 0.0 for I in self.I]
        self.h = [I / spec["design-investment"] for I in self.I]
        self.U = [[self.utilisation(c, t) for t in self.years] for c in calendar.c]
        for name in ("output-value", "revenue", "own-use", "co2-avoided"):
            self.cells[name] = self.cell_zeros()
        self.M, self.E, self.vat_out = self.zeros(), self.zeros(), self.zeros()
        for product in spec["products"]:
            self.product(product)
        for name in ("output-value", "revenue", "own-use", "co2-avoided"):
            self.yearly[name] = self.sum_cells(self.cells[name])
        self.cells["investment"] = [[self.I[p] * calendar.w[p][t] for t in self.years] for p in self.phases]
        self.yearly["investment"] = self.sum_cells(self.cells["investment"])
        self.earning = [self.yearly["revenue"][t] + self.yearly["own-use"][t] > 0 for t in self.years]
        self.first_earning = self.earning.index(True) if any(self.earning) else None

    def utilisation(self, c, t):
        r = self.spec["ramp-up"]
        G = len(r)
        rising = sum(r[g - 1] * year(c + 12 * (g - 1), c + 12 * g, t) for g in range(1, G))
        return rising + r[G - 1] * year(c + 12 * (G - 1), INFINITY, t)

    def product(self, product):
        quantity, sold = self.zeros(), self.zeros()
        share = product["sell-through"]
        for t in self.years:
            made = [
                product["capacity"] * self.k[p] * self.U[p][t]
                * (1 - product["degradation"]) ** max(0.0, (12 * t - self.calendar.c[p]) / 12)
                for p in self.phases
            ]
            total = sum(made)
            sold[t] = share * total
            if product["market-limit"] is not None:
                sold[t] = min(sold[t], product["market-limit"] * (1 + product["market-growth"]) ** t)
            quantity[t] = (1 - share) * total + sold[t]
            index = (1 + product["price-growth"]) ** t
            for p in self.phases:
                part = made[p] / total if total > 0 else 0.0
                self.cells["output-value"][p][t] += quantity[t] * part * product["price"] * index
                self.cells["revenue"][p][t] += sold[t] * part * product["price"] * index
                self.cells["own-use"][p][t] += (1 - share) * made[p] * product["own-use-value"] * index
                self.cells["co2-avoided"][p][t] += quantity[t] * part * product["co2-avoided"]
            self.M[t] += quantity[t] * product["material-cost"] * (1 + product["material-growth"]) ** t
            self.E[t] += quantity[t] * product["energy-cost"] * (1 + product["energy-growth"]) ** t
            self.vat_out[t] += product["vat-rate"] * sold[t] * product["price"] * index
        self.products[product["id"]] = {"quantity": quantity, "quantity-sold": sold}

    def sum_cells(self, cells):
        return [sum(cells[p][t] for p in self.phases) for t in self.years]

    # Section 3

    def operating_cost(self):
        spec, yearly = self.spec, self.yearly
        A = [sum(self.h[p] * self.calendar.a[p][t] for p in self.phases) for t in self.years]
        self.Ia = [sum(self.I[p] * self.calendar.a[p][t] for p in self.phases) for t in self.years]
        R = yearly["revenue"]
        yearly["materials"] = self.M
        yearly["energy"] = self.E
        yearly["jobs"] = [spec["staff"] * A[t] for t in self.years]
        yearly["wages"] = [spec["staff"] * spec["wage"] * (1 + spec["wage-growth"]) ** t * A[t] for t in self.years]
        yearly["repairs"] = [spec["repair-rate"] * self.Ia[t] for t in self.years]
        yearly["research"] = [spec["research-rate"] * R[t] for t in self.years]
        yearly["other-cost"] = [spec["other-cost-rate"] * R[t] for t in self.years]
        parts = ("materials", "energy", "wages", "repairs", "research", "other-cost")
        yearly["operating-cost"] = [sum(yearly[part][t] for part in parts) for t in self.years]

    # Section 6, the part that needs no profit

    def value_added_tax(self):
        spec, taxes = self.spec, self.plan["taxes"]
        x = spec["investment-vat-share"]
        spent = self.yearly["investment"]
        vat_in = [spec["input-vat-rate"] * (self.M[t] + self.E[t]) + x * spent[t] for t in self.years]
        payable, refund, credit = self.zeros(), self.zeros(), self.zeros()
        Z = 0.0
        for t in self.years:
            payable[t] = max(0.0, self.vat_out[t] - vat_in[t] - Z)
            before_refund = max(0.0, Z + vat_in[t] - self.vat_out[t])
            refund[t] = taxes["vat-refund"] * before_refund
            Z = before_refund - refund[t]
            credit[t] = Z
        self.yearly.update({"vat-out": self.vat_out, "vat-in": vat_in, "vat-payable": payable,
                            "vat-refund": refund, "vat-credit": credit})

    def other_taxes(self):
        spec, taxes, plan, yearly = self.spec, self.plan["taxes"], self.plan, self.yearly
        x = spec["investment-vat-share"]
        all_money = sum(float(money) for one in plan["initiatives"] for money in one["investment"].values())
        yearly["surcharges"] = [taxes["surcharge-rate"] * vat for vat in yearly["vat-payable"]]
        yearly["stamp-tax"] = [taxes["stamp-rate"] * R for R in yearly["revenue"]]
        yearly["property-tax"] = [taxes["property-rate"] * spec["building-share"] * (1 - x) * Ia for Ia in self.Ia]
        yearly["land-tax"] = [
            taxes["land-tax"] * plan["site-area"] * Ia / all_money if all_money > 0 else 0.0 for Ia in self.Ia
        ]
        yearly["subsidy"] = [
            float(spec["subsidy"]) if self.years_earning(t) in range(spec["subsidy-years"]) else 0.0
            for t in self.years
        ]

    def years_earning(self, t):
        """u of the page: years since the first earning year, None before it."""
        if self.first_earning is None or t < self.first_earning:
            return None
        return t - self.first_earning

    def income_tax_rate(self, t):
        spec, u = self.spec, self.years_earning(t)
        if u is None or u < spec["tax-exempt-years"]:
            return 0.0
        if u < spec["tax-exempt-years"] + spec["tax-half-years"]:
            return min(spec["tax-half-rate"], spec["income-tax-rate"])
        return spec["income-tax-rate"]

    # Section 7

    def working_capital(self):
        spec, yearly = self.spec, self.yearly
        of_revenue = self.plan["finance"]["receivables-basis"] == "revenue"
        X = yearly["revenue"] if of_revenue else yearly["operating-cost"]
        yearly["receivables"] = [X[t] * spec["receivable-days"] / 360 for t in self.years]
        yearly["inventory"] = [self.M[t] * spec["inventory-days"] / 360 for t in self.years]
        yearly["payables"] = [(self.M[t] + self.E[t]) * spec["payable-days"] / 360 for t in self.years]
        yearly["working-capital"] = [
            yearly["receivables"][t] + yearly["inventory"][t] - yearly["payables"][t] for t in self.years
        ]

    # Sections 4, 5 and the rest of 6: year by year, since from-earnings repayment looks at the year's profit

    def loans_profit_and_income_tax(self):
        names = ("loan-draw", "interest-capitalised", "interest", "loan-repayment", "loan-balance")
        for name in names:
            self.cells[name] = self.cell_zeros()
        self.opening = self.cell_zeros()
        self.B_star = [0.0 for _ in self.phases]
        for name in ("depreciation", "amortisation", "ebit", "profit-before-tax", "loss-used", "taxable-income", "income-tax",
                     "net-profit", "adjusted-income-tax", "net-assets", "net-assets-before-financing", "capital-expenditure",
                     "construction-in-progress", "intangible-assets"):
            self.yearly[name] = self.zeros()
        self.dep0, self.NA0 = self.zeros(), self.yearly["net-assets-before-financing"]
        losses = Losses(self.spec["loss-years"])
        adjusted_losses = Losses(self.spec["loss-years"])
        for t in self.years:
            self.interest(t)
            self.depreciation(t)
            self.kinds_of_assets(t)
            self.profit(t, losses, adjusted_losses)
            self.repayment(t)
        for name in names:
            self.yearly[name] = self.sum_cells(self.cells[name])

    def interest(self, t):
        finance, cells = self.plan["finance"], self.cells
        for p in self.phases:
            B = cells["loan-balance"][p][t - 1] if t > 0 else 0.0
            draw = finance["debt-share"] * self.I[p] * self.calendar.w[p][t]
            f = year(-INFINITY, self.calendar.c[p], t)
            interest = finance["interest-rate"] * (B + draw / 2)
            self.opening[p][t] = B
            cells["loan-draw"][p][t] = draw
            cells["interest-capitalised"][p][t] = f * interest
            cells["interest"][p][t] = (1 - f) * interest

    def depreciation(self, t):
        spec, lives = self.spec, self.plan["assets"]
        x, nu = spec["investment-vat-share"], lives["residual"]
        classes = (
            (spec["building-share"], lives["building-life"], nu),
            (spec["equipment-share"], lives["equipment-life"], nu),
            (1 - spec["building-share"] - spec["equipment-share"], lives["intangible-life"], 0.0),
        )
        for p in self.phases:
            c = self.calendar.c[p]
            rate = sum(share * (1 - residual) / life * year(c, c + 12 * life, t) for share, life, residual in classes)
            capitalised = sum(self.cells["interest-capitalised"][p][: t + 1])
            self.yearly["depreciation"][t] += (self.I[p] * (1 - x) + capitalised) * rate
            self.dep0[t] += self.I[p] * (1 - x) * rate
        capex = self.yearly["investment"][t] * (1 - x)
        capitalised = sum(self.cells["interest-capitalised"][p][t] for p in self.phases)
        before = t - 1
        NA, NA0 = (self.yearly["net-assets"][before], self.NA0[before]) if t > 0 else (0.0, 0.0)
        self.yearly["net-assets"][t] = NA + capex + capitalised - self.yearly["depreciation"][t]
        self.NA0[t] = NA0 + capex - self.dep0[t]
        self.yearly["capital-expenditure"][t] = capex

    def base(self, p, t):
        return self.I[p] * (1 - self.spec["investment-vat-share"]) + sum(self.cells["interest-capitalised"][p][: t + 1])

    def amortised(self, p, t):
        c, life = self.calendar.c[p], self.plan["assets"]["intangible-life"]
        share = 1 - self.spec["building-share"] - self.spec["equipment-share"]
        return self.base(p, t) * share / life * year(c, c + 12 * life, t)

    def kinds_of_assets(self, t):
        y = self.yearly
        share = 1 - self.spec["building-share"] - self.spec["equipment-share"]
        for p in self.phases:
            y["amortisation"][t] += self.amortised(p, t)
            if self.calendar.c[p] <= 12 * t + 12:
                y["intangible-assets"][t] += self.base(p, t) * share - sum(self.amortised(p, u) for u in range(t + 1))
            else:
                spent = self.I[p] * sum(self.calendar.w[p][: t + 1])
                y["construction-in-progress"][t] += (
                    spent * (1 - self.spec["investment-vat-share"]) + sum(self.cells["interest-capitalised"][p][: t + 1])
                )

    def profit(self, t, losses, adjusted_losses):
        y, spec = self.yearly, self.spec
        dep = y["depreciation"][t]
        y["ebit"][t] = (
            y["revenue"][t] + y["own-use"][t] + y["subsidy"][t] - y["operating-cost"][t] - y["surcharges"][t]
            - y["stamp-tax"][t] - y["property-tax"][t] - y["land-tax"][t] - dep
        )
        expensed = sum(self.cells["interest"][p][t] for p in self.phases)
        y["profit-before-tax"][t] = y["ebit"][t] - expensed
        extra = self.plan["taxes"]["research-extra"] * y["research"][t]
        rate = self.income_tax_rate(t)
        base = y["profit-before-tax"][t] - extra
        y["loss-used"][t] = losses.use(t, base)
        y["taxable-income"][t] = max(0.0, base - y["loss-used"][t])
        y["income-tax"][t] = rate * y["taxable-income"][t]
        adjusted_base = y["ebit"][t] + dep - self.dep0[t] - extra
        y["adjusted-income-tax"][t] = rate * max(0.0, adjusted_base - adjusted_losses.use(t, adjusted_base))
        y["net-profit"][t] = y["profit-before-tax"][t] - y["income-tax"][t]

    def repayment(self, t):
        cells = self.cells
        left = max(0.0, self.yearly["net-profit"][t] + self.yearly["depreciation"][t])
        for p in self.phases:
            B = self.opening[p][t]
            principal = 0.0
            first = next(u for u in itertools.count() if 12 * u >= self.calendar.c[p])
            if t == first:
                self.B_star[p] = B
            if t >= first:
                principal = self.instalment(p, t, t - first + 1, left)
            if self.plan["finance"]["repayment"] == "from-earnings":
                left -= principal
            cells["loan-repayment"][p][t] = principal
            cells["loan-balance"][p][t] = (
                B + cells["loan-draw"][p][t] + cells["interest-capitalised"][p][t] - principal
            )

    def instalment(self, p, t, number, left):
        finance = self.plan["finance"]
        B, B_star = self.opening[p][t], self.B_star[p]
        n, rho = finance["repayment-years"], finance["interest-rate"]
        if finance["repayment"] == "from-earnings":
            return min(B, left)
        if number == n:
            return B
        if finance["repayment"] == "equal-principal" or rho == 0:
            return min(B, B_star / n)
        payment = B_star * rho / -math.expm1(-n * math.log1p(rho))
        return min(B, payment - rho * B)

    # Section 8

    def cash_flows(self):
        y = self.yearly
        x = self.spec["investment-vat-share"]
        last = self.years[-1]
        before_tax, after_tax, equity = self.zeros(), self.zeros(), self.zeros()
        self.books_flow = self.zeros()
        for t in self.years:
            before = t - 1
            WC, Z = (y["working-capital"][before], y["vat-credit"][before]) if t > 0 else (0.0, 0.0)
            flow = (
                y["revenue"][t] + y["own-use"][t] + y["subsidy"][t] - y["operating-cost"][t] - y["surcharges"][t]
                - y["stamp-tax"][t] - y["property-tax"][t] - y["land-tax"][t] - y["investment"][t] * (1 - x)
                - (y["working-capital"][t] - WC) + (Z - y["vat-credit"][t])
            )
            financing = y["loan-draw"][t] - y["interest"][t] - y["loan-repayment"][t] - y["income-tax"][t]
            self.books_flow[t] = flow + financing
            before_tax[t] = flow + (y["working-capital"][t] + self.NA0[t] if t == last else 0.0)
            after_tax[t] = before_tax[t] - y["adjusted-income-tax"][t]
            equity[t] = before_tax[t] + financing
        equity[last] += (y["net-assets"][last] - self.NA0[last]) - y["loan-balance"][last]
        y["cash-flow-before-tax"] = before_tax
        y["cash-flow-after-tax"] = after_tax
        y["equity-cash-flow"] = equity

    # Section 9

    def books(self):
        y, finance = self.yearly, self.plan["finance"]
        for name in ("equity-injected", "statutory-reserve", "dividends", "undistributed-profit", "cash", "assets", "liabilities", "equity"):
            y[name] = self.zeros()
        cash = net_profits = reserves = dividends = injected = 0.0
        for t in self.years:
            cash += self.books_flow[t]
            y["equity-injected"][t] = max(0.0, -cash)
            net_profit = y["net-profit"][t]
            net_profits += net_profit
            reserve = finance["reserve-rate"] * max(0.0, min(net_profit, net_profits))
            reserves += reserve
            y["statutory-reserve"][t] = reserve
            undistributed = net_profits - reserves - dividends
            y["dividends"][t] = finance["payout"] * max(0.0, min(net_profit - reserve, undistributed, cash))
            y["undistributed-profit"][t] = undistributed - y["dividends"][t]
            cash += y["equity-injected"][t] - y["dividends"][t]
            y["cash"][t] = cash
            dividends += y["dividends"][t]
            injected += y["equity-injected"][t]
            y["assets"][t] = cash + y["receivables"][t] + y["inventory"][t] + y["vat-credit"][t] + y["net-assets"][t]
            y["liabilities"][t] = y["payables"][t] + y["loan-balance"][t]
            y["equity"][t] = injected + net_profits - dividends

    # Section 6, the end: all taxes, and their sharing out over the phases

    def share_out_tax(self):
        y, taxes = self.yearly, self.plan["taxes"]
        kinds = ("surcharges", "stamp-tax", "property-tax", "land-tax")
        y["tax"] = [
            y["vat-payable"][t] + sum(y[kind][t] for kind in kinds) + y["income-tax"][t] for t in self.years
        ]
        y["local-tax"] = [
            taxes["local-vat-share"] * y["vat-payable"][t] + taxes["local-income-tax-share"] * y["income-tax"][t]
            + sum(y[kind][t] for kind in kinds) for t in self.years
        ]
        for name in ("tax", "local-tax"):
            self.cells[name] = [[y[name][t] * self.phase_share(p, t) for t in self.years] for p in self.phases]

    def phase_share(self, p, t):
        V = self.yearly["output-value"][t]
        if V != 0:
            return self.cells["output-value"][p][t] / V
        if self.Ia[t] != 0:
            return self.I[p] * self.calendar.a[p][t] / self.Ia[t]
        return self.I[p] / sum(self.I) if sum(self.I) > 0 else 0.0


class Losses:
    """A queue of tax losses, the oldest first, each usable in the next `keep` years."""

    def __init__(self, keep):
        self.keep = keep
        self.queue = []

    def use(self, t, base):
        self.queue = [[born, left] for born, left in self.queue if t - born <= self.keep]
        if base < 0:
            self.queue.append([t, -base])
        used = 0.0
        for loss in self.queue:
            if base - used <= 0:
                break
            take = min(loss[1], base - used)
            loss[1] -= take
            used += take
        return used
