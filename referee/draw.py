"""The draw of the panel, drawn again from the frozen pool and the revealed bytes."""

import hashlib
import json

from exact import instant
from parts import index

_ALGORITHM = "gy-draw-1"
_LEFT = {"declined", "recused", "replaced"}


def check_draw(account, derived, faults):
    """Pool digest, seed and orders follow from what is published, and every call from the orders."""
    proof = account["draw"]
    frozen = [
        _check_one_draw(proof["panelId"], n + 1, d, faults) for n, d in enumerate(proof["draws"])
    ]
    if not frozen:
        raise ValueError("nothing was drawn")
    panel = derived.rules["panel"]
    wanted = [(seat["code"], seat["count"]) for seat in panel["seats"]]
    faults.compare(
        "seats of the first draw", [(s["code"], s["count"]) for s in frozen[0]["seats"]], wanted
    )
    for code, count in wanted:
        enough = len(frozen[0]["orders"][code]) >= count + panel["selection"]["substitutes"]
        faults.unless(enough, f"{code}: too few in the pool for the substitutes")
    experts = _opened_experts(proof, faults)
    _check_times(proof, faults)
    _Calls(frozen, proof["calls"], experts, faults).replay()
    return f"{len(frozen)} draw(s), {sum(len(d['pool']) for d in frozen)} in the pool, {len(proof['calls'])} calls"


def _check_one_draw(panel_id, no, draw, faults):
    document = json.loads(draw["frozen"])
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    faults.unless(canonical == draw["frozen"], f"draw {no}: the frozen text is not canonical JSON")
    heading = (document["algorithm"], document["panel"], document["draw"], draw["no"])
    faults.compare(f"draw {no}: heading", heading, (_ALGORITHM, panel_id, no, no))
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


class _Calls:
    """The calls in their order, each held against whose turn it was."""

    def __init__(self, frozen, calls, experts, faults):
        self.frozen, self.calls, self.experts, self.faults = frozen, calls, experts, faults
        self.member_of = [
            {leaf: i for i, member in enumerate(draw["pool"]) for leaf in member.values()}
            for draw in frozen
        ]
        # Experts, and members of a pool as (draw, place), who were called so far.
        self.called = set()

    def replay(self):
        draws, at = 0, 0
        while at < len(self.calls):
            if self.calls[at]["draw"] == draws + 1:
                at += self._hold(draws, self.calls[at:])
                draws += 1
            else:
                self._replace(self.calls[at], draws)
                at += 1
        self.faults.compare("draws held", draws, len(self.frozen))
        for code in self.frozen[0]["orders"]:
            self._check_vacancies(code)

    def _hold(self, no, calls):
        """The first calls of a draw: to those whom its orders seat. Gives how many they are."""
        draw = self.frozen[no]
        for seat in draw["seats"]:
            left = any(self._next(earlier, seat["code"]) for earlier in range(no))
            self.faults.unless(
                not left,
                f"draw {no + 1} for {seat['code']}, though an earlier one had somebody left",
            )
        takers = fill_seats(
            draw["seats"], draw["orders"], self.member_of[no], self._called_members(no)
        )
        first = calls[: len(takers)]
        got = sorted((c["seatCode"], c["leaf"]) for c in first)
        self.faults.unless(
            got == sorted(takers),
            f"draw {no + 1}: the seats went to others than the first in order",
        )
        for call in first:
            self._note(call)
        return len(first)

    def _replace(self, call, draws):
        code = call["seatCode"]
        turns = [leaf for no in range(draws) for leaf in [self._next(no, code)] if leaf]
        right = turns[:1] == [call["leaf"]]
        self.faults.unless(right, f"{code}: {self.experts[call['leaf']]} stepped in out of turn")
        self._note(call)

    def _next(self, no, code):
        """The first leaf of an order whose expert was not called yet, for whatever seat."""
        for leaf in self.frozen[no]["orders"].get(code, []):
            if (no, self.member_of[no][leaf]) not in self.called and self.experts.get(
                leaf
            ) not in self.called:
                return leaf
        return None

    def _called_members(self, no):
        """Those of a pool of whom it shows that an earlier draw called them."""
        return {
            m for leaf, m in self.member_of[no].items() if self.experts.get(leaf) in self.called
        }

    def _note(self, call):
        no, leaf = call["draw"] - 1, call["leaf"]
        order = self.frozen[no]["orders"][call["seatCode"]]
        self.faults.compare(f"{call['seatCode']}: place", call["place"], order.index(leaf) + 1)
        self.called |= {self.experts[leaf], (no, self.member_of[no][leaf])}

    def _check_vacancies(self, code):
        """Nobody leaves without a cause, and nobody steps in where nobody left."""
        calls = [call for call in self.calls if call["seatCode"] == code]
        left = [call for call in calls if call["state"] in _LEFT]
        seats = next(seat["count"] for seat in self.frozen[0]["seats"] if seat["code"] == code)
        self.faults.unless(
            len(calls) - len(left) <= seats, f"{code}: more called than seats and vacancies"
        )
        for call in calls:
            caused = (call["cause"] is not None) == (call["state"] in _LEFT)
            self.faults.unless(caused, f"{code}: {call['state']} with cause {call['cause']}")


def fill_seats(seats, orders, member_of, barred=frozenset()):
    """(seat, leaf) pairs: kind by kind, the first of each order.

    Passed over are those who sit already, and those without whom another seat could no longer be filled.
    """
    needs = {seat["code"]: seat["count"] for seat in seats}
    seated, taken = set(barred), []
    for seat in seats:
        code = seat["code"]
        for leaf in orders[code]:
            member = member_of[leaf]
            if needs[code] == 0:
                break
            if member in seated:
                continue
            rest = {**needs, code: needs[code] - 1}
            if _can_fill(rest, orders, member_of, seated | {member}):
                seated.add(member)
                taken.append((code, leaf))
                needs = rest
    if any(needs.values()):
        raise ValueError("the pool cannot fill the seats")
    return taken


def _can_fill(needs, orders, member_of, seated):
    """Whether the seats still open can all be filled by those who do not sit yet: a bipartite matching."""
    slots = [code for code, count in needs.items() for _ in range(count)]
    sits_at = {}

    def place(slot, tried):
        for leaf in orders[slots[slot]]:
            member = member_of[leaf]
            if member in seated or member in tried:
                continue
            tried.add(member)
            if member not in sits_at or place(sits_at[member], tried):
                sits_at[member] = slot
                return True
        return False

    return all(place(slot, set()) for slot in range(len(slots)))


def check_seats(account, derived, faults):
    """The seats that the sheets name are those that were called, and all of them are taken."""
    seats, proof = index(account["seats"], "seatId", "seats"), account["draw"]
    experts = {row["leaf"]: row["expertId"] for row in proof["opened"]}
    called = sorted(
        (c["seatCode"], experts[c["leaf"]], c["state"], c["cause"] or "") for c in proof["calls"]
    )
    sitting = sorted(
        (s["seatCode"], s["expertId"], s["state"], s["cause"] or "") for s in seats.values()
    )
    faults.unless(called == sitting, "the seats are not those that the draw called")
    derived.seated = [seat_id for seat_id, seat in seats.items() if seat["state"] == "accepted"]
    for seat in derived.rules["panel"]["seats"]:
        taken = sum(seats[seat_id]["seatCode"] == seat["code"] for seat_id in derived.seated)
        faults.compare(f"{seat['code']}: experts seated", taken, seat["count"])
    return f"{len(derived.seated)} of {len(seats)} called"
