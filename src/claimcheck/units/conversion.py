"""Dimensions of units, and exact conversion between units of one dimension."""

from __future__ import annotations

import re
import unicodedata
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from claimcheck.errors import ClaimcheckError
from claimcheck.units.catalogue import Unit, catalogue, combine

# A quotient without end (1 km in miles) is rounded to so many digits; a comparison rounds to fewer,
# so that a number converted there and back is the number it was.
DIGITS = 50
MAX_DIGITS = 5000
_CONTEXT = Context(prec=DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN)

# A decimal longer or further from one than any measured number is not worth the exact fraction.
_LONGEST_EXACT = 1000
_LONGEST_NAME = 100

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SUPERSCRIPT = re.compile("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TRAILING_POWER = re.compile(r"(?<=[^\W\d_])([23])(?=[*/·]|$)")
_OPERATOR = re.compile(r"[*/·^]")
_MICRO = str.maketrans("μ", "µ")  # the Greek letter and the micro sign look alike; the sign is canonical


class IncompatibleUnitsError(ClaimcheckError, ValueError):
    """Two units that measure different things."""

    def __init__(self, source: str | None, target: str | None) -> None:
        super().__init__(
            f"{source!r} is {dimension(source)}, {target!r} is {dimension(target)}: "
            "no conversion leads from one to the other."
        )
        self.source = source
        self.target = target


def dimension(unit: str | None) -> str:
    """Name what a unit measures; units of one dimension convert into one another.

    A string that is no known unit is a counted thing, and a dimension of its own. Currencies are
    dimensions of their own too, and so are percentages, percentage points, multiples and bare numbers.

    >>> dimension("km/h"), dimension("USD"), dimension("languages"), dimension(None)
    ('length/time', 'money:USD', 'thing:language', 'number')
    """
    powers = _unit(unit).powers
    above = "*".join(_power(name, power) for name, power in powers if power > 0)
    below = "".join("/" + _power(name, -power) for name, power in powers if power < 0)
    return (above or ("1" if below else "number")) + below


def convertible(a: str | None, b: str | None) -> bool:
    """Say whether numbers in the two units can be compared.

    A bare number may be a count whose thing the sentence left out; `assumed` tells that case apart.

    >>> convertible("mi", "km"), convertible("USD", "EUR"), convertible("%", "pp"), convertible(None, "人")
    (True, False, False, True)
    """
    return _unit(a).powers == _unit(b).powers or assumed(a, b)


def assumed(a: str | None, b: str | None) -> bool:
    """Say whether two units match only because one of them names nothing that is counted.

    >>> assumed(None, "language"), assumed("language", "语言"), assumed(None, "km")
    (True, False, False)
    """
    return sorted((_is_bare(a), _is_bare(b))) == [False, True] and (_is_thing(a) or _is_thing(b))


def convert(value: Decimal, source: str | None, target: str | None) -> Decimal:
    """Convert a reading from one unit into another.

    Exact where the result has an end; otherwise rounded to 50 significant digits.

    Args:
        value: the reading, in ``source``.
        source: the unit it is in.
        target: a unit of the same dimension.

    Raises:
        IncompatibleUnitsError: if the dimensions differ.

    >>> convert(Decimal("26.2"), "mi", "km"), convert(Decimal(212), "°F", "°C"), convert(Decimal(1), "pp", "bp")
    (Decimal('42.1648128'), Decimal('100'), Decimal('100'))
    """
    start, end = _pair(source, target)
    if start == end:
        return value
    return _scaled(value, start.factor / end.factor, start.zero * start.factor / end.factor - end.zero)


def convert_difference(value: Decimal, source: str | None, target: str | None) -> Decimal:
    """Convert a difference or a width: the zero of a temperature scale does not count.

    Raises:
        IncompatibleUnitsError: if the dimensions differ.

    >>> convert_difference(Decimal(9), "°F", "°C")
    Decimal('5')
    """
    start, end = _pair(source, target)
    if start == end:
        return value
    return _scaled(value, start.factor / end.factor, Fraction(0))


def decimal_multiple(a: str | None, b: str | None) -> bool:
    """Say whether converting only moves the decimal point (m and km), or nothing at all.

    >>> decimal_multiple("m", "km"), decimal_multiple("mi", "km"), decimal_multiple(None, "language")
    (True, False, True)
    """
    start, end = _unit(a), _unit(b)
    if start.zero != end.zero:
        return False
    ratio = start.factor / end.factor
    larger = max(ratio.numerator, ratio.denominator)
    return min(ratio.numerator, ratio.denominator) == 1 and str(larger).strip("0") == "1"


def _pair(source: str | None, target: str | None) -> tuple[Unit, Unit]:
    if not convertible(source, target):
        raise IncompatibleUnitsError(source, target)
    return _unit(source), _unit(target)


def _scaled(value: Decimal, factor: Fraction, shift: Fraction) -> Decimal:
    if not value.is_finite():
        return value
    if len(value.as_tuple().digits) + abs(value.adjusted()) > _LONGEST_EXACT:
        # Only hostile input is so long; a rounded answer in bounded time is enough there.
        product = _CONTEXT.multiply(value, _quotient(factor))
        return _CONTEXT.add(product, _quotient(shift))
    result = Fraction(value) * factor + shift
    return _plain(_quotient(result))


def _quotient(number: Fraction) -> Decimal:
    numerator, denominator = number.numerator, number.denominator
    twos = (denominator & -denominator).bit_length() - 1
    odd, fives = denominator >> twos, 0
    while odd % 5 == 0:
        odd, fives = odd // 5, fives + 1
    if odd != 1:
        return _CONTEXT.divide(Decimal(numerator), Decimal(denominator))
    places = max(twos, fives)
    digits = numerator * 2 ** (places - twos) * 5 ** (places - fives)
    return Decimal(digits).scaleb(-places, Context(prec=MAX_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN))


def _plain(number: Decimal) -> Decimal:
    """Drop zeros after the decimal point that the arithmetic, not the writer, put there."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1), context=Context(prec=MAX_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN))
    return number.normalize(Context(prec=MAX_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN))


@lru_cache(maxsize=4096)
def _unit(name: str | None) -> Unit:
    known = catalogue()
    if name is None or (symbol := _symbol(name)) in known.generic or not symbol:
        return Unit((), Fraction(1))
    if (unit := known.units.get(symbol)) is not None:
        return unit
    if len(symbol) <= _LONGEST_NAME and _OPERATOR.search(symbol):
        try:
            compound = combine(symbol, _Terms())
        except KeyError:
            return _thing(symbol)  # an empty term, as in "and/": not an expression but a name
        # Milligrams per kilogram are a share, but no bare number.
        return compound if compound.powers else compound._replace(powers=(("quotient", 1),))
    return _thing(symbol)


class _Terms(dict[str, Unit]):
    """The units a compound may be made of: known symbols, and any counted thing."""

    def __missing__(self, symbol: str) -> Unit:
        if not symbol:
            raise KeyError(symbol)
        known = catalogue()
        if (unit := known.units.get(symbol)) is not None:
            return unit
        word, _, rest = symbol.partition(" ")
        if rest and word in known.multipliers:
            thing = known.units.get(rest) or _thing(rest)
            return thing._replace(factor=thing.factor * known.multipliers[word])
        return _thing(symbol)


def _thing(name: str) -> Unit:
    things = catalogue().things
    folded = name.casefold()
    singular = _singular(folded)
    return Unit(((f"thing:{things.get(folded) or things.get(singular) or singular}", 1),), Fraction(1))


def _singular(name: str) -> str:
    """Fold the regular English plural; both sides pass through here, so a wrong singular does no harm."""
    if name.endswith("ies") and len(name) > 4:
        return name[:-3] + "y"
    if name.endswith(("ches", "shes", "sses", "xes", "zes")):
        return name[:-2]
    if name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 3:
        return name[:-1]
    return name


def _symbol(name: str) -> str:
    """Write a unit the one way the tables do: ``㎡``, ``m²`` and ``m2`` as ``m^2``."""
    if name in catalogue().units:
        return name
    powered = _SUPERSCRIPT.sub(lambda found: "^" + found[0].translate(_SUPERSCRIPTS), name)
    text = " ".join(unicodedata.normalize("NFKC", powered).translate(_MICRO).split())
    if text in catalogue().units:
        return text
    raised = _TRAILING_POWER.sub(r"^\1", text)
    head = raised.partition("^")[0]
    return raised if head.rpartition("/")[2] in catalogue().units else text


def _is_bare(unit: str | None) -> bool:
    return not _unit(unit).powers


def _is_thing(unit: str | None) -> bool:
    powers = _unit(unit).powers
    return len(powers) == 1 and powers[0][1] == 1 and powers[0][0].startswith("thing:")


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"
