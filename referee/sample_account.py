"""A small account whose totals were worked out by hand, and written down here as they came out.

It shares no code with the checker. Amounts in yuan; the fund holds 1,000,000.00.

Two bids, all the way:

* 午间助餐 (rank 1). Budget 180000 + 90000 + 140000 + 40000 + 30000 = 480000, own funds 200000, so 280000 are requested; 60 % of
  480000 is 288000, which allows it. The sheets total 88, 90, 86, 91, 89: 444 / 5 = 88.80. Split 5:4:1 into 140000, 112000 and
  28000. Mid-term 0.5 x 90 + 0.3 x 85 + 0.2 x 80 = 45 + 25.5 + 16 = 86.5, a pass. Final 0.4 x 95 + 0.3 x 90 + 0.2 x 92 +
  0.1 x 88 = 38 + 27 + 18.4 + 8.8 = 92.2, excellent, factor 1. Paid in full: 280000.
* 记得你 (rank 2). Budget 333333.33, own funds 133333.34: 199999.99 requested, and 60 % are 199999.998. Sheets 85, 84, 86, 83,
  87: 425 / 5 = 85.00. In fen 19999999: halves 9999999.5, 7999999.6, 1999999.9; rounded down they leave 2 fen, which go to the
  remainders .9 and .6: 99999.99, 80000.00, 20000.00. Mid-term 35 + 24 + 15 = 74, a pass. Final 0.4 x 79.99 + 0.3 x 80 +
  0.2 x 80 + 0.1 x 80.03 = 31.996 + 24 + 16 + 8.003 = 79.999: 80.00 when rounded, but not good unrounded, so a pass, factor
  0.5: 10000.00 of the 20000.00. Paid: 99999.99 + 80000.00 + 10000.00 = 189999.99.

The award list: 280000.00 leaves 720000.00; 199999.99 leaves 520000.01; 270000.00 (first of two with 80.00 by its receipt) leaves
250000.01; 264000.00 (second of them) does not fit and is skipped; 138000.00 fits and leaves 112000.01. The third declines, so
382000.01 are free and the skipped one is next: 118000.01 are left, of which a directed commission takes 50000.15.
"""

import hashlib
import json
import sys

# Experts by the seats open to them; 5 and 6 may take two kinds.
EXPERTS = {
    "field": [1, 2, 3, 4, 5, 6],
    "finance": [6, 7, 8, 9],
    "resident": [10, 11, 12, 5],
    "funder": [13, 14, 15],
}
FUND = "01900000-0000-7000-8000-0000000000f0"
PANEL = "01900000-0000-7000-8000-0000000000a0"


def uid(n):
    return f"01900000-0000-7000-8000-{n:012d}"


def rules():
    """What the small round's rules say, as far as an account needs them."""
    criteria = ["need", "plan", "team", "budget", "effect"]
    lines = ["staff", "activities", "materials", "volunteers", "management"]
    seats = [("field", 2), ("finance", 1), ("resident", 1), ("funder", 1)]
    factors = [("excellent", "1"), ("good", "1"), ("pass", "0.5"), ("fail", "0")]
    checks = "credit-code-valid registered-for not-sanctioned bids-per-organization form-complete amount-within-rule"
    limits = {"registered-for": {"minMonths": 12}, "bids-per-organization": {"max": 2}}
    rule_set = {
        "schema": "yichuang/rule-set/1",
        "code": "small-round",
        "currency": "CNY",
        "timetable": {"callClosesAt": "2020-04-11T00:00:00+08:00"},
        "categories": [
            {"code": code} for code in ("elderly", "disability", "youth", "relief", "other")
        ],
        "funding": [{"code": "welfare-lottery", "amount": "1000000.00"}],
        "form": {"budgetLines": [{"code": code} for code in lines]},
        "amount": {
            "variant": "budget-less-own-funds",
            "maxShareOfBudget": "0.6",
            "maxAmount": "500000.00",
        },
        "qualification": [
            *({"variant": variant, **limits.get(variant, {})} for variant in checks.split()),
            {"variant": "judged", "code": "public-interest"},
        ],
        "panel": {
            "size": 5,
            "seats": [{"code": code, "count": count} for code, count in seats],
            "selection": {"variant": "draw", "substitutes": 2},
        },
        "scoring": {
            "criteria": [{"code": code, "points": 20} for code in criteria],
            "totalPoints": 100,
            "scoreDecimals": 0,
            "aggregation": {"variant": "mean", "decimals": 2, "rounding": "half-up"},
            "passMark": "60",
            "tieBreak": [{"variant": "earlier-receipt"}],
        },
        "award": {"variant": "rank-within-budget", "whenItDoesNotFit": "skip"},
        "commission": {"needsReason": True},
        "tranches": [
            {"code": "first", "share": "0.5", "trigger": {"variant": "contract-signed"}},
            {
                "code": "second",
                "share": "0.4",
                "trigger": {"variant": "evaluation-passed", "evaluation": "midterm"},
            },
            {
                "code": "last",
                "share": "0.1",
                "trigger": {
                    "variant": "evaluation-graded",
                    "evaluation": "final",
                    "factors": [{"grade": grade, "factor": factor} for grade, factor in factors],
                },
            },
        ],
        "evaluations": [
            _evaluation(
                "midterm", "progress 0.5 finance 0.3 records 0.2", "pass 60 fail 0", "stop-and-end"
            ),
            _evaluation(
                "final",
                "delivery 0.4 effect 0.3 satisfaction 0.2 finance 0.1",
                "excellent 90 good 80 pass 60 fail 0",
                "grade-only",
            ),
        ],
    }
    rule_set["evaluations"][1]["survey"] = {"minAnswers": 5}
    screening = {
        "schema": "yichuang/screening-rules/1",
        "code": "small-round-screening",
        "criteria": [{"code": code} for code in ("people", "need", "service", "aim")],
        "maxScore": 100,
        "scoreDecimals": 0,
        "selectFrom": "70",
        "keepFrom": "60",
    }
    return {"ruleSet": rule_set, "screening": screening}


def _pairs(text):
    words = text.split()
    return list(zip(words[::2], words[1::2]))


def _evaluation(code, indicators, grades, when_failed):
    return {
        "code": code,
        "kind": code,
        "scoreDecimals": 2,
        "indicators": [
            {"code": indicator, "weight": weight} for indicator, weight in _pairs(indicators)
        ],
        "grades": [{"code": grade, "from": least} for grade, least in _pairs(grades)],
        "passGrade": "pass",
        "gradedOn": "unrounded-score",
        "missing": "fail",
        "whenFailed": when_failed,
    }


def needs():
    """The means: 279 / 4 and 281 / 4 of two experts make exactly 70; 69.875; exactly 60; 59.75."""
    rows = [
        ("独居老人午间助餐", "selected", None, [(70, 70, 70, 69), (70, 70, 70, 71)]),
        ("空巢老人送餐上门", "merged", uid(101), []),
        ("旧物循环集市", "kept", None, [(70, 70, 70, 69), (70, 70, 70, 70)]),
        ("手语陪伴", "kept", None, [(60, 60, 60, 60), (59, 61, 60, 60)]),
        ("广场舞音响", "notSelected", None, [(60, 60, 60, 59), (60, 60, 60, 59)]),
        ("增设停车位", "rejected", None, []),
    ]
    codes = ("people", "need", "service", "aim")
    return [
        {
            "id": uid(101 + n),
            "title": title,
            "state": state,
            "mergedInto": into,
            "sheets": [
                {"expertId": uid(20 + e), "scores": dict(zip(codes, map(str, scores)))}
                for e, scores in enumerate(sheets)
            ],
        }
        for n, (title, state, into, sheets) in enumerate(rows)
    ]


BIDS = [
    # title, party, received, budget lines, own funds, requested, state, sheet totals
    (
        "午间助餐",
        1,
        "09:00:00.000",
        "180000.00 90000.00 140000.00 40000.00 30000.00",
        "200000.00",
        "280000.00",
        "funded",
        (88, 90, 86, 91, 89),
    ),
    (
        "记得你",
        2,
        "09:00:01.000",
        "160000.00 70000.00 53333.33 30000.00 20000.00",
        "133333.34",
        "199999.99",
        "funded",
        (85, 84, 86, 83, 87),
    ),
    (
        "星工坊",
        3,
        "10:00:00.001",
        "220000.00 60000.00 110000.00 20000.00 30000.00",
        "176000.00",
        "264000.00",
        "funded",
        (80, 79, 81, 80, 80),
    ),
    (
        "童伴",
        4,
        "10:00:00.000",
        "240000.00 80000.00 60000.00 40000.00 30000.00",
        "180000.00",
        "270000.00",
        "notFunded",
        (82, 78, 80, 80, 80),
    ),
    (
        "看见声音",
        5,
        "11:00:00.000",
        "110000.00 50000.00 40000.00 20000.00 10000.00",
        "92000.00",
        "138000.00",
        "funded",
        (72, 68, 70, 71, 71),
    ),
    # 59 + 60 + 58 + 61 + 61 = 299: 59.80, which does not pass.
    (
        "议事厅",
        6,
        "12:00:00.000",
        "90000.00 40000.00 20000.00 10000.00 10000.00",
        "70000.00",
        "100000.00",
        "notFunded",
        (59, 60, 58, 61, 61),
    ),
    # 280000 less 100000 is more than 60 % of 280000.
    (
        "邻里",
        7,
        "13:00:00.000",
        "150000.00 60000.00 30000.00 20000.00 20000.00",
        "100000.00",
        None,
        "disqualified",
        None,
    ),
]


def bids():
    lines = ("staff", "activities", "materials", "volunteers", "management")
    codes = [c.get("code", c["variant"]) for c in rules()["ruleSet"]["qualification"]]
    rows = []
    for n, (title, party, received, budget, own, requested, state, _) in enumerate(BIDS):
        failed = "amount-within-rule" if requested is None else ""
        rows.append(
            {
                "bidId": uid(201 + n),
                "number": n + 1,
                "partyId": uid(300 + party),
                "category": "other",
                "title": title,
                "receivedAt": f"2020-04-10T{received}+08:00",
                "budgetLines": [{"code": c, "amount": a} for c, a in zip(lines, budget.split())],
                "ownFunds": own,
                "requested": requested,
                "state": state,
                "checks": [
                    {"code": c, "verdict": "fail" if c == failed else "pass"} for c in codes
                ],
            }
        )
    withdrawn = dict.fromkeys(rows[0]) | {
        "bidId": uid(299),
        "partyId": uid(301),
        "state": "withdrawn",
    }
    return [*rows, withdrawn]


def ranking():
    claims = [("88.80", 1), ("85.00", 2), ("80.00", 4), ("80.00", 3), ("70.40", 5), ("59.80", None)]
    return [
        {"bidId": uid(201 + n), "mean": mean, "rank": rank, "passed": rank is not None}
        for n, (mean, rank) in enumerate(claims)
    ]


def draw():
    """Hashes, shuffles and seats. The pool is wide, so nobody has to be kept free for another seat."""
    leaves, salts = {}, {}
    for code, experts in EXPERTS.items():
        for expert in experts:
            salt = hashlib.sha256(f"{code} {expert}".encode()).digest()
            leaf = hashlib.sha256(
                b"gy-pool-1" + salt + uid(expert).encode() + code.encode()
            ).hexdigest()
            leaves.setdefault(expert, {})[code] = leaf
            salts[leaf] = (salt.hex(), expert)
    pool = sorted(leaves.values(), key=lambda member: min(member.values()))
    seats = rules()["ruleSet"]["panel"]["seats"]
    document = {"algorithm": "gy-draw-1", "draw": 1, "panel": PANEL, "pool": pool, "seats": seats}
    frozen = json.dumps(document, sort_keys=True, separators=(",", ":"))
    digest, entropy = hashlib.sha256(frozen.encode()), hashlib.sha256(b"sample")
    seed = hashlib.sha256(b"gy-draw-1" + digest.digest() + entropy.digest())
    orders = {
        seat["code"]: _shuffle(seed.digest(), seat["code"], salts, EXPERTS, leaves)
        for seat in seats
    }
    calls = _calls(orders, salts)
    return {
        "panelId": PANEL,
        "draws": [
            {
                "no": 1,
                "frozen": frozen,
                "poolDigest": digest.hexdigest(),
                "frozenAt": "2020-04-11T09:00:00.000+08:00",
                "entropy": entropy.hexdigest(),
                "seed": seed.hexdigest(),
                "orders": orders,
                "drawnAt": "2020-04-11T09:00:00.250+08:00",
            }
        ],
        "calls": calls,
        "opened": [
            {"leaf": c["leaf"], "salt": salts[c["leaf"]][0], "expertId": uid(salts[c["leaf"]][1])}
            for c in calls
        ],
    }


def _shuffle(seed, code, salts, experts, leaves):
    """From the last place down, each time one of those not placed yet. Rejection is left out: its chance is under 2^-60."""
    left, placed, counter = sorted(leaves[expert][code] for expert in experts[code]), [], 0
    while len(left) > 1:
        word = hashlib.sha256(seed + code.encode() + bytes([0, 0, 0, counter])).hexdigest()[:16]
        chosen = int(word, 16) % len(left)
        left[chosen], left[-1] = left[-1], left[chosen]
        placed.insert(0, left.pop())
        counter += 1
    return left + placed


def _calls(orders, salts):
    """The first who sits nowhere yet takes each seat; the first of the field declines, the funder's has a tie."""
    calls, called = [], set()

    def call(code, state, cause, at):
        place, leaf = next(
            (p, x) for p, x in enumerate(orders[code], 1) if salts[x][1] not in called
        )
        called.add(salts[leaf][1])
        row = {
            "draw": 1,
            "seatCode": code,
            "leaf": leaf,
            "place": place,
            "state": state,
            "cause": cause,
        }
        calls.append({**row, "calledAt": f"2020-04-{at}T10:00:00.000+08:00"})

    call("field", "declined", "refusal", 11)
    call("field", "accepted", None, 11)
    call("finance", "accepted", None, 11)
    call("resident", "accepted", None, 11)
    call("funder", "recused", "tie", 11)
    call("field", "accepted", None, 12)
    call("funder", "accepted", None, 13)
    return calls


def seats(drawn):
    expert_of = {row["leaf"]: row["expertId"] for row in drawn["opened"]}
    return [
        {
            "seatId": uid(401 + n),
            "seatCode": call["seatCode"],
            "expertId": expert_of[call["leaf"]],
            "state": call["state"],
            "cause": call["cause"],
        }
        for n, call in enumerate(drawn["calls"])
    ]


def sheets(sitting):
    """Each total spread over the five criteria as evenly as whole points allow, the rest on the first ones."""
    codes = ("need", "plan", "team", "budget", "effect")
    accepted = [seat["seatId"] for seat in sitting if seat["state"] == "accepted"]
    rows = []
    for n, (*_, totals) in enumerate(BIDS):
        for seat_id, total in zip(accepted, totals or ()):
            scores = {code: str(total // 5 + (i < total % 5)) for i, code in enumerate(codes)}
            rows.append({"bidId": uid(201 + n), "seatId": seat_id, "scores": scores})
    return rows


AWARDS = [
    # bid, party, basis, amount, state
    (1, 1, "competition", "280000.00", "contracted"),
    (2, 2, "competition", "199999.99", "contracted"),
    (3, 3, "competition", "264000.00", "contracted"),
    (4, 4, "competition", "270000.00", "declined"),
    (5, 5, "competition", "138000.00", "contracted"),
    # In fen 5000015: 2500007.5, 2000006, 500001.5. One fen is left, both remainders are a half, the earlier tranche has it.
    (None, 8, "directed-commission", "50000.15", "contracted"),
]
# Reserved when the list was approved, and when one of them had declined.
RESERVED, PROMOTED = (1, 2, 4, 5), 3
SPLITS = {
    1: ("140000.00", "112000.00", "28000.00"),
    2: ("99999.99", "80000.00", "20000.00"),
    3: ("132000.00", "105600.00", "26400.00"),
    5: ("69000.00", "55200.00", "13800.00"),
    6: ("25000.08", "20000.06", "5000.01"),
}
PAYABLE = {
    1: SPLITS[1],
    2: ("99999.99", "80000.00", "10000.00"),
    # The mid-term never came: failed, stopped and ended.
    3: ("132000.00", "0.00", "0.00"),
    # The final evaluation never came: failed, the last tranche pays nothing.
    5: ("69000.00", "55200.00", "0.00"),
    # A pass pays half of 500001 fen: 250000.5, half up.
    6: ("25000.08", "20000.06", "2500.01"),
}
CODES = ("first", "second", "last")
EVALUATIONS = {
    # mid-term: scores, score, grade; final: the same
    1: (("90 85 80", "86.5", "pass"), ("95 90 92 88", "92.2", "excellent")),
    2: (("70 80 75", "74", "pass"), ("79.99 80 80 80.03", "79.999", "pass")),
    3: ((None, None, "fail"), None),
    5: (("60 60 60", "60", "pass"), (None, None, "fail")),
    6: (("88 92 75.5", "86.7", "pass"), ("62 60 61 66", "61.6", "pass")),
}


def evaluations():
    rows = []
    for award, results in EVALUATIONS.items():
        for n, (rule, result) in enumerate(zip(rules()["ruleSet"]["evaluations"], results)):
            given, score, grade = result or (None, None, None)
            codes = [indicator["code"] for indicator in rule["indicators"]]
            rows.append(
                {
                    "evaluationId": uid(700 + 10 * award + n),
                    "awardId": uid(500 + award),
                    "code": rule["code"],
                    "kind": rule["kind"],
                    "state": "graded" if result else "dropped",
                    "scores": dict(zip(codes, given.split())) if given else None,
                    "answers": [5, 4, 5, 3, 4] if n == 1 and given else [],
                    "score": score,
                    "grade": grade,
                }
            )
    return rows


def tranches():
    return [
        {
            "trancheId": uid(800 + 10 * award + n),
            "awardId": uid(500 + award),
            "code": code,
            "planned": SPLITS[award][n],
            "payable": PAYABLE[award][n],
            "state": "void" if PAYABLE[award][n] == "0.00" else "paid",
        }
        for award in SPLITS
        for n, code in enumerate(CODES)
    ]


def payments():
    rows = [
        {
            "paymentId": uid(901 + n),
            "trancheId": tranche["trancheId"],
            "amount": tranche["payable"],
            "state": "paid",
            "makerId": uid(31),
            "checkerId": uid(32),
            "voucherNumber": f"GK2020-07-{n:06d}",
            "paidOn": "2020-07-06",
        }
        for n, tranche in enumerate(t for t in tranches() if t["state"] == "paid")
    ]
    rejected = {**rows[0], "paymentId": uid(900), "state": "rejected", "checkerId": None}
    return [{**rejected, "voucherNumber": None, "paidOn": None}, *rows]


class Journal:
    """Books as a clerk would: one line after the other, a minute apart."""

    def __init__(self):
        self.accounts, self.transfers = {}, []

    def account(self, kind, award=None):
        blank = {"kind": kind, "fundId": FUND, "awardId": award and uid(500 + award), "cents": 0}
        number = 1000 + len(self.accounts)
        return self.accounts.setdefault((kind, award), {"id": uid(number), **blank})

    def book(self, act, debit, credit, amount, at):
        cents = int(amount.replace(".", ""))
        for row, signed in ((debit, -cents), (credit, cents)):
            row["cents"] += signed
        line = {
            "act": act,
            "debitAccountId": debit["id"],
            "creditAccountId": credit["id"],
            "amount": amount,
        }
        self.transfers.append({**line, "at": at})

    def move(self, award, act, debit, credit, amount, at):
        named = [
            self.account(kind, None if kind == "available" else award) for kind in (debit, credit)
        ]
        self.book(act, *named, amount, at)

    def view(self):
        accounts = [
            {key: row[key] for key in ("id", "kind", "fundId", "awardId")}
            | {"balance": f"{row['cents'] // 100}.{row['cents'] % 100:02d}"}
            for row in self.accounts.values()
            if row["kind"] != "fund"
        ]
        return {"accounts": accounts, "transfers": self.transfers}


def ledger():
    journal = Journal()
    fund, available = journal.account("fund"), journal.account("available")
    journal.book("openRound", fund, available, "1000000.00", "2020-03-01T00:00:00.000+08:00")
    for award in RESERVED:
        journal.move(
            award,
            "reserve",
            "available",
            "reserved",
            AWARDS[award - 1][3],
            "2020-04-22T10:00:00.000+08:00",
        )
    journal.move(
        4, "unreserve", "reserved", "available", "270000.00", "2020-04-24T10:00:00.000+08:00"
    )
    for award, at in (
        (PROMOTED, "2020-04-25T10:00:00.000+08:00"),
        (6, "2020-05-06T10:00:00.000+08:00"),
    ):
        journal.move(award, "reserve", "available", "reserved", AWARDS[award - 1][3], at)
    for award in SPLITS:
        journal.move(
            award,
            "commit",
            "reserved",
            "committed",
            AWARDS[award - 1][3],
            "2020-06-01T10:00:00.000+08:00",
        )
    for day, n in ((12, 0), (20, 1), (28, 2)):
        for award in SPLITS:
            _settle(
                journal,
                award,
                SPLITS[award][n],
                PAYABLE[award][n],
                f"2020-{6 + 2 * n:02d}-{day}T10:00:0",
            )
    return journal.view()


def _settle(journal, award, planned, payable, at):
    released = int(planned.replace(".", "")) - int(payable.replace(".", ""))
    if payable != "0.00":
        journal.move(award, "makeDue", "committed", "due", payable, f"{at}0.000+08:00")
        journal.move(award, "pay", "due", "paid", payable, f"{at}5.000+08:00")
    if released:
        rest = f"{released // 100}.{released % 100:02d}"
        journal.move(award, "uncommit", "committed", "available", rest, f"{at}9.000+08:00")


def sample_account():
    """A new copy at each call, to change at will."""
    drawn = draw()
    sitting = seats(drawn)
    account = {
        "schema": "yichuang/account/1",
        "rules": rules(),
        "needs": needs(),
        "bids": bids(),
        "draw": drawn,
        "seats": sitting,
        "sheets": sheets(sitting),
        "ranking": ranking(),
        "awards": [
            {
                "awardId": uid(501 + n),
                "bidId": bid and uid(200 + bid),
                "partyId": uid(300 + party),
                "basis": basis,
                "amount": amount,
                "state": state,
            }
            for n, (bid, party, basis, amount, state) in enumerate(AWARDS)
        ],
        "contracts": [
            {
                "contractId": uid(600 + award),
                "awardId": uid(500 + award),
                "amount": AWARDS[award - 1][3],
                "tranches": [{"code": c, "planned": p} for c, p in zip(CODES, SPLITS[award])],
            }
            for award in SPLITS
        ],
        "evaluations": evaluations(),
        "tranches": tranches(),
        "payments": payments(),
        "ledger": ledger(),
    }
    # Nothing may be shared between two places: a change of one would be a change of the other.
    return json.loads(json.dumps(account))


if __name__ == "__main__":
    json.dump(sample_account(), sys.stdout, ensure_ascii=False, indent=1)
