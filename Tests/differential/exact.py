"""D1: decimals as the language has them, exact and with the scale they were written with."""

import builtins
import math
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60


class Exact(Decimal):
    """A decimal whose `//` and `%` go by the floor, as Python's do for ints and floats."""

    def __repr__(self):
        return f"Exact('{self}')"


def _wrapped(name):
    original = getattr(Decimal, name)

    def method(self, *others):
        result = original(self, *others)
        if not isinstance(result, Decimal):
            return result
        # Exact numbers have one zero.
        return Exact(result if result else result.copy_abs())

    return method


for _name in ["__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__",
              "__rtruediv__", "__neg__", "__pos__", "__abs__"]:
    setattr(Exact, _name, _wrapped(_name))


def _scale(number):
    return -number.as_tuple().exponent if isinstance(number, Decimal) else 0


def _floordiv(left, right):
    if isinstance(left, float) or isinstance(right, float):
        return NotImplemented
    return Exact(math.floor(Fraction(left) / Fraction(right)))


def _mod(left, right):
    if isinstance(left, float) or isinstance(right, float):
        return NotImplemented
    rest = Fraction(left) - math.floor(Fraction(left) / Fraction(right)) * Fraction(right)
    scale = max(_scale(left), _scale(right))
    return Exact(int(rest * 10**scale)).scaled(scale)


Exact.scaled = lambda self, scale: Exact(self.scaleb(-scale)) if scale else self
Exact.__floordiv__ = lambda self, other: _floordiv(self, other)
Exact.__rfloordiv__ = lambda self, other: _floordiv(other, self)
Exact.__mod__ = lambda self, other: _mod(self, other)
Exact.__rmod__ = lambda self, other: _mod(other, self)

# Compiled templates name the class of their literals.
builtins.Exact = Exact
