"""The sample account as two panels review it: one the bids for the elderly, one all others. The figures stay the same.

Bids 1, 3 and 5 are for the elderly. Everybody of the pool may sit on either panel, and nobody sits on two.
"""

import hashlib
import json

from sample_account import sample_account, sheets
from sample_draw import shuffle
from sample_figures import uid

PANELS = {"elderly": uid(160), "others": uid(161)}
OTHERS = ["disability", "youth", "relief", "other"]
ELDERLY_BIDS = (1, 3, 5)
# Experts by the seats open to them, on either panel; 5 and 6 may take two kinds.
EXPERTS = {
    "field": list(range(30, 42)),
    "finance": list(range(41, 50)),
    "resident": [50, 51, 52, 53, 54, 30],
    "funder": [55, 56, 57, 58, 59],
}
FROZEN, DRAWN = "2020-04-11T09:00:00.000+08:00", "2020-04-11T09:00:00.250+08:00"


def sample_of_panels():
    """A new copy at each call, to change at will."""
    account = sample_account()
    rules = account["rules"]["ruleSet"]
    panel = rules.pop("panel")
    rules["panels"] = [
        {**panel, "code": "elderly", "categories": ["elderly"]},
        {**panel, "code": "others", "categories": OTHERS},
    ]
    for n in ELDERLY_BIDS:
        account["bids"][n - 1]["category"] = "elderly"
    del account["draw"], account["seats"]
    account["panels"] = _panels(panel["seats"])
    of_panel = [sheets(one["seats"]) for one in account["panels"]]
    own = {uid(200 + n) for n in ELDERLY_BIDS}
    account["sheets"] = [s for s in of_panel[0] if s["bidId"] in own]
    account["sheets"] += [s for s in of_panel[1] if s["bidId"] not in own]
    return json.loads(json.dumps(account))


def _panels(seats):
    leaves, salts, experts = {}, {}, {}
    for panel in PANELS:
        for seat, numbers in EXPERTS.items():
            code = f"{panel}/{seat}"
            experts[code] = numbers
            for n in numbers:
                salt = hashlib.sha256(f"{code} {n}".encode()).digest()
                leaf = hashlib.sha256(b"gy-pool-1" + salt + uid(n).encode() + code.encode())
                leaves.setdefault(n, {})[code] = leaf.hexdigest()
                salts[leaf.hexdigest()] = (salt.hex(), n)
    wanted = [
        {"code": f"{panel}/{seat['code']}", "count": seat["count"]}
        for panel in PANELS
        for seat in seats
    ]
    pool = sorted(leaves.values(), key=lambda member: min(member.values()))
    document = {"algorithm": "gy-draw-1", "draw": 1, "panels": list(PANELS.values())}
    document = {**document, "pool": pool, "seats": wanted}
    frozen = json.dumps(document, sort_keys=True, separators=(",", ":"))
    digest, entropy = hashlib.sha256(frozen.encode()), hashlib.sha256(b"of panels")
    seed = hashlib.sha256(b"gy-draw-1" + digest.digest() + entropy.digest())
    orders = {
        s["code"]: shuffle(seed.digest(), s["code"], salts, experts, leaves) for s in wanted
    }
    held = {"no": 1, "frozen": frozen, "poolDigest": digest.hexdigest(), "frozenAt": FROZEN}
    held |= {"entropy": entropy.hexdigest(), "seed": seed.hexdigest(), "orders": orders}
    calls = _calls(wanted, orders, salts)
    return [
        {
            "draw": {
                "panelId": PANELS[panel],
                "code": panel,
                "draws": [{**held, "drawnAt": DRAWN}],
                "calls": calls[panel],
                "opened": [_opened(call["leaf"], salts) for call in calls[panel]],
                "calledElsewhere": _elsewhere(panel, calls, leaves, salts),
            },
            "seats": _seats(panel, calls[panel], salts),
        }
        for panel in PANELS
    ]


def _calls(wanted, orders, salts):
    """First those who win the seats of both panels, in their order; then one of the field of each is replaced for a tie."""
    calls, called = {panel: [] for panel in PANELS}, set()

    def call(code, state, cause, at):
        place, leaf = next(
            (p, x) for p, x in enumerate(orders[code], 1) if salts[x][1] not in called
        )
        called.add(salts[leaf][1])
        row = {"draw": 1, "seatCode": code, "leaf": leaf, "place": place, "state": state}
        row |= {"cause": cause, "calledAt": f"2020-04-{at}+08:00"}
        calls[code.split("/")[0]].append(row)

    for n, seat in enumerate(wanted):
        for m in range(seat["count"]):
            leaves = seat["code"].endswith("/field") and m == 0
            state = ("recused", "tie") if leaves else ("accepted", None)
            call(seat["code"], *state, f"11T10:00:0{n}.{m}00")
    for n, panel in enumerate(PANELS):
        call(f"{panel}/field", "accepted", None, f"1{2 + n}T10:00:00.000")
    return calls


def _opened(leaf, salts):
    salt, expert = salts[leaf]
    return {"leaf": leaf, "salt": salt, "expertId": uid(expert)}


def _elsewhere(panel, calls, leaves, salts):
    other = next(one for one in PANELS if one != panel)
    return [
        {
            **_opened(leaf, salts),
            "seatCode": code,
            "panelId": PANELS[other],
            "calledAt": call["calledAt"],
        }
        for call in calls[other]
        for code, leaf in leaves[salts[call["leaf"]][1]].items()
        if code.startswith(f"{panel}/")
    ]


def _seats(panel, calls, salts):
    first = 410 if panel == "elderly" else 430
    return [
        {
            "seatId": uid(first + n),
            "seatCode": call["seatCode"].split("/")[1],
            "expertId": uid(salts[call["leaf"]][1]),
            "state": call["state"],
            "cause": call["cause"],
        }
        for n, call in enumerate(calls)
    ]
