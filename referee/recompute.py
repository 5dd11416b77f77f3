#!/usr/bin/env python3
"""Recomputes a round from its rules, sheets and facts, and says where the account of it differs.

    python3 referee/recompute.py account.json

One line per part. Exit status 0 when everything agrees to the fen, 1 when something does not, 2 when there is no account to
read.
"""

import json
import sys

sys.dont_write_bytecode = True

from awards import check_awards, check_contracts  # noqa: E402
from draw import check_draw, check_seats  # noqa: E402
from ledger import check_ledger  # noqa: E402
from money import check_evaluations, check_payments, check_tranches  # noqa: E402
from opening import check_bids, check_needs, check_rules  # noqa: E402
from parts import Derived, Faults, NotReached  # noqa: E402
from ranking import check_ranking, check_sheets  # noqa: E402

SCHEMA = "yichuang/account/1"
MOST_SHOWN = 3

PARTS = (
    ("规则 rules", check_rules),
    ("需求 needs", check_needs),
    ("申报 bids", check_bids),
    ("抽取 draw", check_draw),
    ("席位 seats", check_seats),
    ("评分 sheets", check_sheets),
    ("排名 ranking", check_ranking),
    ("立项 awards", check_awards),
    ("合同 contracts", check_contracts),
    ("评估 evaluations", check_evaluations),
    ("拨款 tranches", check_tranches),
    ("支付 payments", check_payments),
    ("台账 ledger", check_ledger),
)


def recompute(account):
    """The parts in order: (name, summary, faults). No faults means that the part agrees."""
    if account["schema"] != SCHEMA:
        raise ValueError(f"not an account of the kind {SCHEMA}")
    derived, results = Derived(), []
    for name, check in PARTS:
        faults, summary = Faults(), ""
        try:
            summary = check(account, derived, faults)
        except NotReached as reason:
            faults.append(str(reason))
        except (
            ArithmeticError,
            AttributeError,
            LookupError,
            StopIteration,
            TypeError,
            ValueError,
        ) as error:
            # Whatever cannot be read cannot be vouched for either.
            faults.append(f"cannot be worked out: {type(error).__name__}: {error}")
        results.append((name, summary, faults))
    return results


def read_account(text):
    """The account as written. A number with a point, or a key that stands twice, could be read in two ways: refused."""

    def only_once(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            raise ValueError("a key stands twice")
        return dict(pairs)

    def no_float(written):
        raise ValueError(f"{written} is a binary fraction, where decimal text is asked for")

    return json.loads(
        text, object_pairs_hook=only_once, parse_float=no_float, parse_constant=no_float
    )


def print_results(results):
    """One line per part, with the first few differences."""
    for name, summary, faults in results:
        if faults:
            shown = "; ".join(" ".join(fault.split()) for fault in faults[:MOST_SHOWN])
            more = len(faults) - MOST_SHOWN
            print(f"✗ {name}: {shown}{f' (and {more} more)' if more > 0 else ''}")
        else:
            print(f"✓ {name}: {summary}")


def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8")
    if len(arguments) != 1:
        print("usage: python3 referee/recompute.py account.json", file=sys.stderr)
        return 2
    try:
        with open(arguments[0], encoding="utf-8") as file:
            results = recompute(read_account(file.read()))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        print(f"✗ 账目 account: cannot be read: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    print_results(results)
    return 1 if any(faults for _, _, faults in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
