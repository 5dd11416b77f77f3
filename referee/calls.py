"""Who was called to a panel, held against whose turn it was by its draws."""

from exact import instant
from panels import code_in_draw

_LEFT = {"declined", "recused", "replaced"}


class Calls:
    """The calls in their order, each held against whose turn it was."""

    def __init__(self, code, frozen, calls, experts, elsewhere, faults):
        """elsewhere: when the expert of a leaf was called to another panel, whom this one passes over from then on."""
        self.code, self.frozen, self.calls = code, frozen, calls
        self.experts, self.elsewhere, self.faults = experts, elsewhere, faults
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
        for seat in self._own_seats(0):
            self._check_vacancies(seat["code"], seat["count"])

    def _hold(self, no, calls):
        """The first calls of a draw: to those whom its orders seat. Gives how many they are."""
        draw = self.frozen[no]
        at = instant(calls[0]["calledAt"])
        for seat in self._own_seats(no):
            left = any(self._next(earlier, seat["code"], at) for earlier in range(no))
            self.faults.unless(
                not left,
                f"draw {no + 1} for {seat['code']}, though an earlier one had somebody left",
            )
        takers = fill_seats(
            draw["seats"], draw["orders"], self.member_of[no], self._called_members(no)
        )
        own = {seat["code"] for seat in self._own_seats(no)}
        takers = [t for t in takers if t[0] in own and not self._is_elsewhere(t[1], at)]
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
        at = instant(call["calledAt"])
        turns = [leaf for no in range(draws) for leaf in [self._next(no, code, at)] if leaf]
        right = turns[:1] == [call["leaf"]]
        self.faults.unless(right, f"{code}: {self.experts[call['leaf']]} stepped in out of turn")
        self._note(call)

    def _next(self, no, code, at):
        """The first leaf of an order whose expert was not called yet, for whatever seat of whatever panel."""
        for leaf in self.frozen[no]["orders"].get(code, []):
            called = (no, self.member_of[no][leaf]) in self.called
            if not (called or self.experts.get(leaf) in self.called or self._is_elsewhere(leaf, at)):
                return leaf
        return None

    def _is_elsewhere(self, leaf, at):
        return leaf in self.elsewhere and self.elsewhere[leaf] <= at

    def _own_seats(self, no):
        """The seats of this panel, of those that a draw was held for."""
        prefix = code_in_draw(self.code, "")
        return [seat for seat in self.frozen[no]["seats"] if seat["code"].startswith(prefix)]

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

    def _check_vacancies(self, code, seats):
        """Nobody leaves without a cause, and nobody steps in where nobody left."""
        calls = [call for call in self.calls if call["seatCode"] == code]
        left = [call for call in calls if call["state"] in _LEFT]
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
