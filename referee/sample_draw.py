"""The draw of the sample account, on fixed bytes."""

import hashlib
import json

from sample_figures import EXPERTS, uid
from sample_rules import rules

PANEL = "01900000-0000-7000-8000-0000000000a0"


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
        seat["code"]: shuffle(seed.digest(), seat["code"], salts, EXPERTS, leaves)
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


def shuffle(seed, code, salts, experts, leaves):
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
