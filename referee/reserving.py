"""The reservations of the ledger, played again instant by instant: who had to be called, and who was."""

from amendments import is_amending
from exact import fen, instant, yuan
from opening import label
from parts import group, index
from places import Places

# The states of an award whose money is set aside.
HELD = {"approved", "noticed", "confirmed", "contracted"}
FALLEN = {"declined", "revoked"}
_FREES = ("openRound", "unreserve", "uncommit", "undue")


class Reserving:
    """What is available, who holds money, and who has been called and not reserved yet."""

    def __init__(self, order, derived, faults):
        self.order, self.derived, self.faults = order, derived, faults
        self.amounts, self.awards = derived.award_fen, derived.awards
        category_of = {a: derived.bids[self.awards[a]["bidId"]]["category"] for a in order}
        self.places = Places(derived.rules, category_of, self.amounts)
        self.available, self.held, self.fallen, self.turned_down = 0, set(), set(), set()
        self.called, self.freed, self.last_reserve = [], {}, {}
        # Whether a whole list stands: before the first one, and after one was taken back, the next is a whole one.
        self.is_listed, self.was_listed = False, False

    def replay(self, ledger):
        """Goes through the transfers in their order and notes what the rules do not give."""
        accounts = index(ledger["accounts"], "id", "ledger accounts")
        pots = sum(fen(pot["amount"]) for pot in self.derived.rules["funding"])
        before_return = _until_return(ledger["transfers"])
        opened = sum(fen(t["amount"]) for t in before_return if t["act"] == "openRound")
        self.faults.compare("money of the round", yuan(opened), yuan(pots))
        moments = sorted(
            group(ledger["transfers"], "at").items(), key=lambda pair: instant(pair[0])
        )
        for at, transfers in moments:
            for transfer in transfers:
                if _is_award(transfer):
                    self.last_reserve[_reserved(accounts, transfer)] = instant(at)
        for at, transfers in self._together(accounts, moments):
            self._release(accounts, transfers, instant(at))
            self._reserve({_reserved(accounts, t) for t in transfers if _is_award(t)})
        self._finish()

    def _together(self, accounts, moments):
        """One approval reserves its awards one after another, some milliseconds apart: they are one list."""
        joined = []
        for at, transfers in moments:
            ranked = all(
                _is_award(t) and _reserved(accounts, t) in self.order for t in transfers
            )
            if ranked and joined and joined[-1][2]:
                joined[-1][1].extend(transfers)
            else:
                joined.append((at, list(transfers), ranked))
        return [(at, transfers) for at, transfers, _ in joined]

    def _release(self, accounts, transfers, at):
        for transfer in transfers:
            act, amount = transfer["act"], fen(transfer["amount"])
            if act == "closeRound":
                # Whoever could have had the money had to be called before it went back.
                self._compare_called()
                self.available -= amount
            elif act in _FREES:
                self.available += amount
            if act == "reserve" and is_amending(transfer):
                self.available -= amount
            if act == "unreserve" and not is_amending(transfer):
                self._give_back(accounts[transfer["debitAccountId"]]["awardId"], amount, at)

    def _give_back(self, award_id, amount, at):
        """An award whose money is free again fell away, or was taken back with its list to be proposed anew."""
        self.freed[award_id] = self.freed.get(award_id, 0) + amount
        if self.freed[award_id] < self.amounts[award_id]:
            return
        self.freed[award_id] = 0
        self.held.discard(award_id)
        is_over = self.last_reserve.get(award_id, at) <= at
        if is_over and self.awards[award_id]["state"] in FALLEN:
            self.fallen.add(award_id)
            if award_id in self.order and self.is_listed:
                self._call(self.places.category_of[award_id])
        elif award_id in self.order:
            self.called, self.is_listed = [], False

    def _call(self, vacant):
        """Calls the reserve: what fell free is theirs, less what those already called will take."""
        held = [*self.held, *self.called]
        left = self.available - sum(self.amounts[a] for a in self.called)
        self.called += self.places.called(self._waiting(), held, left, vacant)

    def _waiting(self):
        out = self.held | self.fallen | self.turned_down | set(self.called)
        return [a for a in self.order if a not in out]

    def _reserve(self, award_ids):
        for award_id in sorted(award_ids - set(self.order)):
            self.faults.unless(
                self.amounts[award_id] <= self.available, f"{award_id}: more than is left"
            )
            self._take(award_id)
        chosen = [a for a in self.order if a in award_ids]
        if not chosen:
            return
        if not self.is_listed:
            self._compare(chosen, self.places.called(self._waiting(), self.held, self.available))
        for award_id in chosen:
            if self.is_listed:
                self._answer(award_id)
            self._take(award_id)
        self.is_listed = self.was_listed = True

    def _answer(self, award_id):
        """One who was called takes the place; whoever was called before and turned down gave theirs to the next."""
        for other in [a for a in self.called if self.awards[a]["state"] == "notConfirmed"]:
            if award_id not in self.called:
                self.called.remove(other)
                self.turned_down.add(other)
                self._call(self.places.category_of[other])
        self._compare([award_id], [award_id] if award_id in self.called else [])
        self.called = [a for a in self.called if a != award_id]

    def _take(self, award_id):
        self.held.add(award_id)
        self.available -= self.amounts[award_id]

    def _compare(self, chosen, expected):
        names = [[self._name(award_id) for award_id in ids] for ids in (chosen, expected)]
        extra = [name for name in names[0] if name not in names[1]]
        lacking = [name for name in names[1] if name not in names[0]]
        self.faults.unless(not extra, f"funded against the order or the budget: {', '.join(extra)}")
        self.faults.unless(not lacking, f"passed over, though it fits: {', '.join(lacking)}")

    def _finish(self):
        for award_id, award in self.awards.items():
            holds, state = award_id in self.held, award["state"]
            agrees = state in HELD if holds else state not in HELD
            self.faults.unless(
                agrees,
                f"{self._name(award_id)}: {state}, its money {'' if holds else 'not '}reserved",
            )
        proposed = self._proposed()
        if self.is_listed:
            self._compare_called()
        elif proposed or not self.was_listed:
            waiting = self._waiting()
            self._compare(proposed, self.places.called(waiting, self.held, self.available))

    def _proposed(self):
        return [a for a in self.order if self.awards[a]["state"] == "proposed"]

    def _compare_called(self):
        """Everybody who was called is reserved by now, or is proposed to be."""
        proposed = self._proposed()
        self._compare([], [a for a in self.called if a not in proposed])
        self.called = [a for a in self.called if a in proposed]

    def _name(self, award_id):
        if award_id not in self.order:
            return award_id
        return label(self.derived.bids[self.awards[award_id]["bidId"]])


def _reserved(accounts, transfer):
    return accounts[transfer["creditAccountId"]]["awardId"]


def _is_award(transfer):
    """Whether an award is reserved; what an amendment reserves belongs to one that is there."""
    return transfer["act"] == "reserve" and not is_amending(transfer)


def _until_return(transfers):
    """What came before the round's money went back; after that a fund is drawn on for amendments alone."""
    closed = [instant(t["at"]) for t in transfers if t["act"] == "closeRound"]
    return [t for t in transfers if not closed or instant(t["at"]) < min(closed)]
