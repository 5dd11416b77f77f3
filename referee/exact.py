"""Exact numbers: money in whole fen, everything else as fractions. No float is ever made."""

import re
from datetime import date
from fractions import Fraction

_AMOUNT = re.compile(r"(0|[1-9][0-9]{0,12})\.([0-9]{2})")
_DECIMAL = re.compile(r"(0|[1-9][0-9]{0,12})(?:\.([0-9]{1,12}))?")
_INSTANT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})"
)


def fen(text):
    """'200000.00' as 20000000 fen. Exactly two decimals and no sign, as the service prints amounts."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not an amount")
    return int(found[1]) * 100 + int(found[2])


def yuan(amount_fen):
    """The text of an amount in fen."""
    sign = "-" if amount_fen < 0 else ""
    whole, rest = divmod(abs(amount_fen), 100)
    return f"{sign}{whole}.{rest:02d}"


def number(value, decimals=None):
    """A decimal text such as '0.6', or a whole number of the rules, as a fraction.

    decimals: how many the text may have, where a rule says so.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    found = _DECIMAL.fullmatch(value)
    if found is None:
        raise ValueError(f"{value!r} is not a decimal number")
    if decimals is not None and len(found[2] or "") > decimals:
        raise ValueError(f"{value!r} has more than {decimals} decimals")
    return Fraction(value)


def mean(values):
    """The arithmetic mean of at least one fraction."""
    if not values:
        raise ValueError("nothing to take a mean of")
    return sum(values, Fraction(0)) / len(values)


def round_half_up(value):
    """The nearest whole number of a value that is not negative; a half goes up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def half_up_text(value, decimals):
    """A value that is not negative with so many decimals, a half rounded up: 1067/15 to 2 gives '71.13'."""
    scaled = round_half_up(value * 10**decimals)
    whole, rest = divmod(scaled, 10**decimals)
    return f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)


def show(value):
    """A fraction for a message: as a decimal where it ends, else as a quotient."""
    for decimals in range(13):
        if (value * 10**decimals).denominator == 1:
            return half_up_text(value, decimals)
    return f"{value.numerator}/{value.denominator}"


def instant(text):
    """An RFC 3339 instant as nanoseconds since year 1, so that two of them compare whatever their offsets."""
    found = _INSTANT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not an instant")
    year, month, day, hour, minute, second = (int(found[i]) for i in range(1, 7))
    seconds = (day_number(f"{year:04d}-{month:02d}-{day:02d}") * 24 + hour) * 3600
    seconds += minute * 60 + second
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"{text!r} is not an instant")
    if found[8] != "Z":
        offset = int(found[8][1:3]) * 3600 + int(found[8][4:6]) * 60
        seconds -= offset if found[8][0] == "+" else -offset
    return seconds * 10**9 + int((found[7] or "0").ljust(9, "0"))


_HOUR = 3600 * 10**9


def start_of_day_after(at, days):
    """The first instant of the day that comes so many days after an instant's own, in China (UTC+8), as `instant` counts."""
    own_day = (at + 8 * _HOUR) // (24 * _HOUR)
    return (own_day + days) * 24 * _HOUR - 8 * _HOUR


def day_number(text):
    """A day 'YYYY-MM-DD' as a count of days; raises ValueError for one that does not exist."""
    return date.fromisoformat(text).toordinal()


def split_by_shares(total_fen, shares):
    """Parts of an amount by shares that total 1, adding up to the fen by the largest remainder.

    Every part is first rounded down; the fen that are left go one each to the largest remainders, the earlier part first
    where two are equal.
    """
    if sum(shares) != 1:
        raise ValueError("the shares do not total 1")
    exact = [total_fen * share for share in shares]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[: total_fen - sum(parts)]:
        parts[i] += 1
    return parts
