# SPDX-License-Identifier: GPL-3.0-or-later
"""Every real root of a polynomial with positive argument at which it changes sign, by exact arithmetic.

Descartes' rule of signs counts at most as many positive roots as there are sign changes, and counts right for none and
one. Halving an interval until it holds none or one of them therefore isolates the roots (Vincent, Collins and Akritas);
all of it in integers, so there is no tolerance that could lose a root or make one up.
"""

from fractions import Fraction

SMALLEST = Fraction(1, 2**160)


def sign_changes(coefficients):
    signs = [c > 0 for c in coefficients if c != 0]
    return sum(a != b for a, b in zip(signs, signs[1:]))


def shifted(coefficients):
    """p (x + 1); the coefficient of x^0 comes first."""
    shifted = list(coefficients)
    for i in range(len(shifted) - 1):
        for j in range(len(shifted) - 2, i - 1, -1):
            shifted[j] += shifted[j + 1]
    return shifted


def halved(coefficients):
    """2^n p (x / 2)"""
    n = len(coefficients) - 1
    return [c << (n - i) for i, c in enumerate(coefficients)]


def integers(coefficients):
    """The same polynomial but for a factor, in integers; doubles are exact fractions."""
    fractions = [Fraction(c) for c in coefficients]
    common = max(f.denominator for f in fractions)  # powers of two, so the largest is a common one
    return [int(f * common) for f in fractions]


def in_unit_interval(p, low, width):
    """Isolating intervals (a, b) of the roots of p in (0, 1), mapped to (low, low + width); (a, a) for an exact one."""
    changes = sign_changes(shifted(list(reversed(p))))
    if changes == 0:
        return []
    if changes == 1:
        return [(low, low + width)]
    if width < SMALLEST:
        return []  # two roots that no double tells apart: a touch of zero, not a change of sign
    left = halved(p)
    right = shifted(left)
    middle = low + width / 2
    found = in_unit_interval(left, low, width / 2)
    if right[0] == 0:
        found.append((middle, middle))
    return found + in_unit_interval(right, middle, width / 2)


def value(p, x):
    """p (x) times a power of x's denominator, in integers: its sign is what is asked for."""
    total, power = 0, 1
    for c in reversed(p):
        total = total * x.numerator + c * power
        power *= x.denominator
    return total


def changes_sign(p, x):
    """Whether p changes sign at its exact root x: whether the first derivative that is not zero there is an odd one."""
    order = 0
    while value(p, x) == 0:
        p = [i * c for i, c in enumerate(p)][1:]
        order += 1
    return order % 2 == 1


def refined(p, a, b):
    """The root between a and b, to far more bits than a double has."""
    if a == b:
        return a
    sign_right = value(p, b)
    if sign_right == 0:  # the root at the end is another one's; step inside
        sign_right = -value(p, a)
    for _ in range(90):
        middle = (a + b) / 2
        here = value(p, middle)
        if here == 0:
            return middle
        if (here > 0) == (sign_right > 0):
            b = middle
        else:
            a = middle
    return (a + b) / 2


def stripped(p):
    """p without trailing zero coefficients, and without its roots at 0."""
    while p and p[-1] == 0:
        p = p[:-1]
    while p and p[0] == 0:
        p = p[1:]
    return p


def positive_roots(coefficients):
    """Ascending, as fractions; the coefficient of x^0 comes first."""
    p = stripped(integers(coefficients)) if any(coefficients) else []
    if len(p) < 2:
        return []
    below = [refined(p, a, b) for a, b in in_unit_interval(p, Fraction(0), Fraction(1)) if sound(p, a, b)]
    q = list(reversed(p))
    above = [1 / refined(q, a, b) for a, b in in_unit_interval(q, Fraction(0), Fraction(1)) if sound(q, a, b)]
    at_one = [Fraction(1)] if sum(p) == 0 and changes_sign(p, Fraction(1)) else []
    return below + at_one + above[::-1]


def sound(p, a, b):
    return a != b or changes_sign(p, a)


def internal_rates(flows):
    """Every r > -1 at which Σ flows[t] (1 + r)^-t changes sign, ascending."""
    return sorted(float(1 / x - 1) for x in positive_roots(flows))
