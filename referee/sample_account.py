"""A small account put together from figures that were worked out by hand. It shares no code with the checker.

python3 referee/sample_account.py > account.json
"""

import json
import sys

import sample_figures as figures
from sample_draw import draw
from sample_figures import uid
from sample_ledger import ledger
from sample_rules import rules


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


def bids():
    lines = ("staff", "activities", "materials", "volunteers", "management")
    codes = [c.get("code", c["variant"]) for c in rules()["ruleSet"]["qualification"]]
    rows = []
    for n, (title, party, received, budget, own, requested, state, _) in enumerate(figures.BIDS):
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
    for n, (*_, totals) in enumerate(figures.BIDS):
        for seat_id, total in zip(accepted, totals or ()):
            scores = {code: str(total // 5 + (i < total % 5)) for i, code in enumerate(codes)}
            rows.append({"bidId": uid(201 + n), "seatId": seat_id, "scores": scores})
    return rows


def evaluations():
    rows = []
    for award, results in figures.EVALUATIONS.items():
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
            "planned": figures.SPLITS[award][n],
            "payable": figures.PAYABLE[award][n],
            "state": "void" if figures.PAYABLE[award][n] == "0.00" else "paid",
        }
        for award in figures.SPLITS
        for n, code in enumerate(figures.CODES)
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
            for n, (bid, party, basis, amount, state) in enumerate(figures.AWARDS)
        ],
        "round": {
            "endedAt": "2020-06-01T10:00:00.000+08:00",
            "moneyReturnedAt": figures.RETURNED,
        },
        "contracts": [
            {
                "contractId": uid(600 + award),
                "awardId": uid(500 + award),
                "amount": figures.AWARDS[award - 1][3],
                "tranches": [
                    {"code": c, "planned": p} for c, p in zip(figures.CODES, figures.SPLITS[award])
                ],
            }
            for award in figures.SPLITS
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
