"""What an account is read with, and that nothing in it may be changed unnoticed."""

import re
import unittest
from fractions import Fraction

from cases import Case, parts_that_differ
from exact import fen, half_up_text, instant, number, split_by_shares, yuan
from recompute import read_account
from sample_account import sample_account


class TestReading(Case):
    def test_refuses_an_account_without_a_part(self):
        for part in sorted(set(sample_account()) - {"schema"}):
            account = sample_account()
            del account[part]
            with self.subTest(part=part):
                self.assertTrue(parts_that_differ(account))

    def test_notices_a_change_of_every_kind_of_entry(self):
        """What may change without consequence is named in FREE, with the reason; everything else is held by something."""
        account, noticed = sample_account(), {}
        for holder, key, path in _entries(account, ""):
            if noticed.get(path) or path in FREE or path.startswith(".rules") or path == ".schema":
                continue
            before, holder[key] = holder[key], _changed(holder[key])
            noticed[path] = bool(parts_that_differ(account))
            holder[key] = before
        self.assertEqual([path for path, was in noticed.items() if not was], [])
        self.assertGreater(len(noticed), 100)

    def test_reads_no_binary_fraction_and_no_key_twice(self):
        self.assertEqual(read_account('{"a": 1, "b": "0.5"}'), {"a": 1, "b": "0.5"})
        for text in ('{"a": 0.5}', '{"a": NaN}', '{"a": 1, "a": 1}'):
            with self.assertRaises(ValueError):
                read_account(text)

    def test_reckons_exactly(self):
        self.assertEqual(half_up_text(Fraction(1067, 15), 2), "71.13")
        self.assertEqual(half_up_text(number("59.995"), 2), "60.00")
        self.assertEqual(half_up_text(number("59.9949"), 2), "59.99")
        thirds = split_by_shares(100, [Fraction(1, 3)] * 3)
        self.assertEqual(thirds, [34, 33, 33])
        self.assertLess(instant("2020-04-10T23:59:59.999+08:00"), instant("2020-04-10T16:00:00Z"))
        for text in ("1.5", "-1.00", "01.00", "1.000", "1,000.00", "١.00"):
            with self.assertRaises(ValueError):
                fen(text)


FREE = {
    # Words, and ids that nothing else refers to.
    ".needs[].title",
    ".bids[].title",
    ".contracts[].contractId",
    # Any organization may be commissioned.
    ".awards[].partyId",
    # An answer more or less satisfied has no part in the score.
    ".evaluations[].answers[]",
    # Anybody may enter a payment and anybody release it, as long as they are two; nothing says on which day it has to be.
    ".payments[].makerId",
    ".payments[].checkerId",
    ".payments[].paidOn",
    # The withdrawn bid has neither; those of the others are objects, which are gone through one by one.
    ".bids[].budgetLines",
    ".bids[].checks",
}


def _entries(value, path):
    """(holder, key, path) of every plain value, the path without the places in lists."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        inner_path = f"{path}.{key}" if isinstance(value, dict) else f"{path}[]"
        if isinstance(inner, (dict, list)):
            yield from _entries(inner, inner_path)
        else:
            yield value, key, inner_path


def _changed(value):
    """Another value of the same form."""
    if value is None or isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
        return (
            yuan(fen(value) + 1)
            if re.fullmatch(r"[0-9]+\.[0-9]{2}", value)
            else f"{int(value[:2]) - 1}"
        )
    if value.startswith("2020-"):
        return value.replace("2020-", "2021-")
    return f"{value[:-1]}{'0' if value[-1] != '0' else '1'}"


if __name__ == "__main__":
    unittest.main()
