"""The draw of the panels, drawn again from the frozen pool and the revealed bytes."""

import hashlib
import json

from calls import Calls
from exact import instant
from panels import code_in_draw, panel_of, panels_of, plans_of
from parts import index

_ALGORITHM = "gy-draw-1"


def check_draw(account, derived, faults):
    """Pool digest, seed and orders follow from what is published, and every call from the orders."""
    plans, panels = plans_of(derived.rules), panels_of(account)
    categories = [derived.bids[bid_id]["category"] for bid_id in derived.qualified]
    needed = {panel_of(plans, category) for category in categories}
    faults.compare("panels", [code for code, _, _ in panels], [c for c in plans if c in needed])
    together = [(code, proof["panelId"]) for code, proof, _ in panels]
    opened = {code: _opened_experts(proof, faults) for code, proof, _ in panels}
    called = _called_when(panels, opened, faults)
    pools = {}
    for code, proof, _ in panels:
        frozen = [
            _check_one_draw([(code, proof["panelId"])] if n else together, n + 1, d, faults)
            for n, d in enumerate(proof["draws"])
        ]
        if not frozen:
            raise ValueError("nothing was drawn")
        _check_first(code, plans, together, frozen[0], faults)
        _check_times(proof, faults)
        elsewhere = _called_elsewhere(code, proof, called, faults)
        Calls(code, frozen, proof["calls"], opened[code], elsewhere, faults).replay()
        pools.update({d["frozen"]: len(f["pool"]) for d, f in zip(proof["draws"], frozen)})
    firsts = {(p["draws"][0]["frozen"], p["draws"][0]["entropy"]) for _, p, _ in panels}
    faults.compare("first draws of panels drawn together", len(firsts), 1)
    calls = sum(len(proof["calls"]) for _, proof, _ in panels)
    return f"{len(pools)} draw(s), {sum(pools.values())} in the pool, {calls} calls"


def _check_first(own, plans, together, first, faults):
    """The first draw is held for all seats of all panels, with substitutes in the pool for each of them."""
    wanted = [
        (code_in_draw(code, seat["code"]), seat["count"])
        for code, _ in together
        for seat in plans[code]["seats"]
    ]
    held = [(seat["code"], seat["count"]) for seat in first["seats"]]
    faults.compare("seats of the first draw", held, wanted)
    substitutes = plans[own]["selection"]["substitutes"]
    for seat in plans[own]["seats"]:
        code = code_in_draw(own, seat["code"])
        enough = len(first["orders"][code]) >= seat["count"] + substitutes
        faults.unless(enough, f"{code}: too few in the pool for the substitutes")


def _called_when(panels, opened, faults):
    """(panel, moment) of each expert's call. Nobody is called twice, to whatever panels."""
    called = {}
    for code, proof, _ in panels:
        for call in proof["calls"]:
            expert = opened[code][call["leaf"]]
            faults.unless(expert not in called, f"{expert} was called twice")
            called[expert] = (proof["panelId"], instant(call["calledAt"]))
    return called


def _called_elsewhere(code, proof, called, faults):
    """When the experts of these leaves were called to another panel, as that panel's own proof says."""
    rows = index(proof.get("calledElsewhere") or [], "leaf", "leaves called elsewhere")
    for leaf, row in rows.items():
        shown = leaf_of(row["salt"], row["expertId"], row["seatCode"])
        faults.unless(shown == leaf, f"{code}: a leaf is not that of {row['expertId']}")
        faults.unless(row["panelId"] != proof["panelId"], f"{code}: called elsewhere by itself")
        says = (row["panelId"], instant(row["calledAt"]))
        faults.compare(f"{code}: called elsewhere", says, called.get(row["expertId"]))
    return {leaf: instant(row["calledAt"]) for leaf, row in rows.items()}


def _check_one_draw(panels, no, draw, faults):
    document = json.loads(draw["frozen"])
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    faults.unless(canonical == draw["frozen"], f"draw {no}: the frozen text is not canonical JSON")
    ids = [panel_id for _, panel_id in panels]
    held_for = {"panel": ids[0]} if len(ids) == 1 else {"panels": ids}
    heading = {k: v for k, v in document.items() if k not in ("pool", "seats")} | {"no": draw["no"]}
    wanted = {"algorithm": _ALGORITHM, **held_for, "draw": no, "no": no}
    faults.compare(f"draw {no}: heading", heading, wanted)
    faults.unless(
        instant(draw["frozenAt"]) <= instant(draw["drawnAt"]),
        f"draw {no}: drawn before it was frozen",
    )
    digest = hashlib.sha256(draw["frozen"].encode()).hexdigest()
    faults.compare(f"draw {no}: pool digest", draw["poolDigest"], digest)
    seed, orders = draw_orders(document, digest, draw["entropy"])
    faults.compare(f"draw {no}: seed", draw["seed"], seed)
    faults.compare(f"draw {no}: seats drawn for", sorted(draw["orders"]), sorted(orders))
    for code, order in orders.items():
        faults.unless(
            draw["orders"].get(code) == order,
            f"draw {no}: the order of {code} is not the one drawn",
        )
    return {"seats": document["seats"], "pool": document["pool"], "orders": orders}


def draw_orders(document, pool_digest, entropy):
    """The seed in hex, and for each kind of seat all of its leaves in the order drawn."""
    if len(bytes.fromhex(entropy)) != 32:
        raise ValueError("the entropy is not 32 bytes")
    seed = hashlib.sha256(
        b"gy-draw-1" + bytes.fromhex(pool_digest) + bytes.fromhex(entropy)
    ).digest()
    orders = {}
    for seat in document["seats"]:
        code = seat["code"]
        orders[code] = _permute(
            seed, code, [member[code] for member in document["pool"] if code in member]
        )
    return seed.hex(), orders


def _permute(seed, code, leaves):
    """Fisher-Yates over the sorted leaves, from the last place down to the second."""
    order, counter = sorted(leaves), 0
    for last in range(len(order) - 1, 0, -1):
        bound = last + 1
        usable = 2**64 - 2**64 % bound
        while True:
            block = hashlib.sha256(seed + code.encode() + counter.to_bytes(4, "big")).digest()
            counter += 1
            word = int.from_bytes(block[:8], "big")
            if word < usable:
                break
        order[last], order[word % bound] = order[word % bound], order[last]
    return order


def leaf_of(salt, expert_id, code):
    """The leaf that an opened salt must give."""
    return hashlib.sha256(
        b"gy-pool-1" + bytes.fromhex(salt) + (expert_id + code).encode()
    ).hexdigest()


def _opened_experts(proof, faults):
    """Whose each called leaf is, as far as the opened salts show it."""
    opened = index(proof["opened"], "leaf", "opened leaves")
    experts = {}
    for call in proof["calls"]:
        row = opened[call["leaf"]]
        shown = leaf_of(row["salt"], row["expertId"], call["seatCode"])
        faults.unless(
            shown == call["leaf"], f"{call['seatCode']}: a leaf is not that of {row['expertId']}"
        )
        experts[call["leaf"]] = row["expertId"]
    faults.compare("opened leaves", len(opened), len(experts))
    faults.compare("experts called", len(set(experts.values())), len(proof["calls"]))
    return experts


def _check_times(proof, faults):
    drawn_at = {draw["no"]: instant(draw["drawnAt"]) for draw in proof["draws"]}
    called_at = [instant(call["calledAt"]) for call in proof["calls"]]
    faults.unless(called_at == sorted(called_at), "the calls are not in their order")
    for call, at in zip(proof["calls"], called_at):
        faults.unless(at >= drawn_at[call["draw"]], f"{call['seatCode']}: called before the draw")


def check_seats(account, derived, faults):
    """The seats that the sheets name are those that were called, and all of them are taken."""
    plans, derived.panel_of_seat, derived.seated = plans_of(derived.rules), {}, {}
    for code, proof, rows in panels_of(account):
        seats = index(rows, "seatId", "seats")
        _check_panel_seats(code, proof, seats, faults)
        derived.panel_of_seat.update(dict.fromkeys(seats, code))
        derived.seated[code] = [s for s, seat in seats.items() if seat["state"] == "accepted"]
        for seat in plans[code]["seats"]:
            taken = sum(seats[s]["seatCode"] == seat["code"] for s in derived.seated[code])
            faults.compare(f"{seat['code']}: experts seated", taken, seat["count"])
    seated = sum(len(seat_ids) for seat_ids in derived.seated.values())
    return f"{seated} of {len(derived.panel_of_seat)} called"


def _check_panel_seats(panel, proof, seats, faults):
    experts = {row["leaf"]: row["expertId"] for row in proof["opened"]}
    called = sorted(
        (c["seatCode"], experts[c["leaf"]], c["state"], c["cause"] or "") for c in proof["calls"]
    )
    sitting = sorted(
        (code_in_draw(panel, s["seatCode"]), s["expertId"], s["state"], s["cause"] or "")
        for s in seats.values()
    )
    faults.unless(called == sitting, "the seats are not those that the draw called")
