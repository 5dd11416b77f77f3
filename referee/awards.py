"""Who is funded with what, in the order in which the money was reserved; and the contracts."""

from exact import fen, instant, number, split_by_shares, yuan
from opening import label
from parts import group, index, known

# The states of an award whose money is set aside.
_HELD = {"approved", "noticed", "confirmed", "contracted"}
_FALLEN = {"declined", "revoked"}
_WAITING = {"proposed", "reserve", "notConfirmed"}


def check_awards(account, derived, faults):
    """By rank within what is available, skipping what does not fit; who falls away makes room for the next that fits."""
    awards = index(account["awards"], "awardId", "awards")
    competing = {}
    derived.awards, derived.award_fen = awards, {}
    for award in awards.values():
        known(award["state"], _HELD | _FALLEN | _WAITING, award["awardId"])
        known(award["basis"], {"competition", "directed-commission"}, award["awardId"])
        if award["basis"] == "competition":
            derived.award_fen[award["awardId"]] = _check_competition(award, derived, faults)
            faults.unless(award["bidId"] not in competing, f"{award['bidId']}: two awards")
            competing[award["bidId"]] = award
        else:
            faults.unless(award["bidId"] is None, f"{award['awardId']}: a commission with a bid")
            faults.unless("commission" in derived.rules, "a commission that the rules do not have")
            derived.award_fen[award["awardId"]] = fen(award["amount"])
    for bid_id in derived.passed:
        faults.unless(
            bid_id in competing, f"{label(derived.bids[bid_id])}: passed, but has no award"
        )
    order = [competing[bid_id]["awardId"] for bid_id in derived.passed if bid_id in competing]
    _Reserving(order, derived, faults).replay(account["ledger"])
    _check_outcomes(competing, derived, faults)
    held = [award_id for award_id, award in awards.items() if award["state"] in _HELD]
    return f"{len(held)} awards, {yuan(sum(derived.award_fen[award_id] for award_id in held))} yuan"


def _check_competition(award, derived, faults):
    """The amount that the award must have: what the bid requested."""
    bid_id = award["bidId"]
    name = label(derived.bids[bid_id])
    if bid_id not in derived.passed:
        faults.append(f"{name}: an award, though it did not pass")
        return 0
    faults.compare(f"{name}: amount", award["amount"], yuan(derived.requested[bid_id]))
    faults.compare(f"{name}: party", award["partyId"], derived.bids[bid_id]["partyId"])
    return derived.requested[bid_id]


class _Reserving:
    """Plays the reservations again, instant by instant."""

    def __init__(self, order, derived, faults):
        self.order, self.derived, self.faults = order, derived, faults
        self.amounts, self.awards = derived.award_fen, derived.awards
        self.available, self.held, self.fallen = 0, set(), set()
        self.reserved_at_all, self.owed = False, False

    def replay(self, ledger):
        accounts = index(ledger["accounts"], "id", "ledger accounts")
        pots = sum(fen(pot["amount"]) for pot in self.derived.rules["funding"])
        opened = sum(fen(t["amount"]) for t in ledger["transfers"] if t["act"] == "openRound")
        self.faults.compare("money of the round", yuan(opened), yuan(pots))
        last_reserve = {}
        moments = sorted(
            group(ledger["transfers"], "at").items(), key=lambda pair: instant(pair[0])
        )
        for at, transfers in moments:
            for transfer in transfers:
                if transfer["act"] == "reserve":
                    last_reserve[_award_of(accounts, transfer["creditAccountId"])] = instant(at)
        for at, transfers in self._together(accounts, moments):
            self._release(accounts, transfers, instant(at), last_reserve)
            self._reserve(
                {
                    _award_of(accounts, t["creditAccountId"])
                    for t in transfers
                    if t["act"] == "reserve"
                }
            )
        self._finish()

    def _together(self, accounts, moments):
        """One approval reserves its awards one after another, some milliseconds apart: they are one list."""
        joined = []
        for at, transfers in moments:
            ranked = all(
                t["act"] == "reserve" and _award_of(accounts, t["creditAccountId"]) in self.order
                for t in transfers
            )
            if ranked and joined and joined[-1][2]:
                joined[-1][1].extend(transfers)
            else:
                joined.append((at, list(transfers), ranked))
        return [(at, transfers) for at, transfers, _ in joined]

    def _release(self, accounts, transfers, at, last_reserve):
        for transfer in transfers:
            act, amount = transfer["act"], fen(transfer["amount"])
            if act == "closeRound":
                # Whoever could have had the money had to be called before it went back.
                self._compare_owed()
                self.available -= amount
            elif act in ("openRound", "unreserve", "uncommit", "undue"):
                self.available += amount
            if act == "unreserve":
                award_id = _award_of(accounts, transfer["debitAccountId"])
                self.held.discard(award_id)
                # Money given back before a second proposal is no fall: the award is reserved again later.
                if (
                    last_reserve.get(award_id, at) <= at
                    and self.awards[award_id]["state"] in _FALLEN
                ):
                    self.fallen.add(award_id)
                    self.owed = True

    def _reserve(self, award_ids):
        for award_id in sorted(award_ids - set(self.order)):
            self.faults.unless(
                self.amounts[award_id] <= self.available, f"{award_id}: more than is left"
            )
            self._take(award_id)
        chosen = [award_id for award_id in self.order if award_id in award_ids]
        if not chosen:
            return
        if self.held & set(self.order):
            for award_id in chosen:
                self._compare([award_id], self._fitting()[:1])
                self._take(award_id)
        else:
            self._compare(chosen, self._fitting())
            for award_id in chosen:
                self._take(award_id)
        self.reserved_at_all, self.owed = True, False

    def _take(self, award_id):
        self.held.add(award_id)
        self.available -= self.amounts[award_id]

    def _fitting(self):
        """Who is next by rank, and after them everybody whom the rest still carries."""
        left, fitting = self.available, []
        for award_id in self.order:
            if award_id not in self.held | self.fallen and self.amounts[award_id] <= left:
                left -= self.amounts[award_id]
                fitting.append(award_id)
        return fitting

    def _compare(self, chosen, expected):
        names = [[self._name(award_id) for award_id in ids] for ids in (chosen, expected)]
        extra = [name for name in names[0] if name not in names[1]]
        lacking = [name for name in names[1] if name not in names[0]]
        self.faults.unless(not extra, f"funded against the order or the budget: {', '.join(extra)}")
        self.faults.unless(not lacking, f"passed over, though it fits: {', '.join(lacking)}")

    def _finish(self):
        for award_id, award in self.awards.items():
            holds, state = award_id in self.held, award["state"]
            agrees = state in _HELD if holds else state not in _HELD
            self.faults.unless(
                agrees,
                f"{self._name(award_id)}: {state}, its money {'' if holds else 'not '}reserved",
            )
        if self.reserved_at_all:
            self._compare_owed()
        else:
            self._compare(self._proposed(), self._fitting())

    def _proposed(self):
        return [a for a in self.order if self.awards[a]["state"] == "proposed"]

    def _compare_owed(self):
        """After an award has fallen away, the next that fits is reserved, or proposed to be."""
        if self.owed:
            proposed = self._proposed()
            self._compare([], [a for a in self._fitting()[:1] if a not in proposed])
        self.owed = False

    def _name(self, award_id):
        return (
            label(self.derived.bids[self.awards[award_id]["bidId"]])
            if award_id in self.order
            else award_id
        )


def _award_of(accounts, account_id):
    return accounts[account_id]["awardId"]


def _check_outcomes(competing, derived, faults):
    """What became of each bid says the same as what became of its award."""
    for bid_id in derived.qualified:
        state, name = derived.bids[bid_id]["state"], label(derived.bids[bid_id])
        became = competing[bid_id]["state"] if bid_id in competing else None
        if became == "contracted":
            faults.compare(f"{name}: state", state, "funded")
        elif became is None or became in _FALLEN | {"reserve", "notConfirmed"}:
            faults.unless(state != "funded", f"{name}: funded, its award {became}")


def check_contracts(account, derived, faults):
    """Each contract has the amount of its award, split to the fen by the shares."""
    contracts = index(account["contracts"], "awardId", "contracts")
    tranche_rules = derived.rules["tranches"]
    shares = [number(tranche["share"]) for tranche in tranche_rules]
    derived.in_force = [i for i, award in derived.awards.items() if award["state"] == "contracted"]
    derived.planned = {
        award_id: dict(zip((t["code"] for t in tranche_rules), split_by_shares(amount, shares)))
        for award_id, amount in derived.award_fen.items()
    }
    for award_id in derived.in_force:
        faults.unless(award_id in contracts, f"{award_id}: contracted without a contract")
    for award_id, contract in contracts.items():
        drawn = derived.awards[award_id]["state"] in {"confirmed", "contracted"} | _FALLEN
        faults.unless(drawn, f"{award_id}: a contract before the award was confirmed")
        faults.compare(
            f"{award_id}: contract", contract["amount"], yuan(derived.award_fen[award_id])
        )
        split = {code: yuan(amount) for code, amount in derived.planned[award_id].items()}
        claimed = {
            code: t["planned"]
            for code, t in index(contract["tranches"], "code", "tranches").items()
        }
        faults.compare(f"{award_id}: split", claimed, split)
    return f"{len(contracts)} contracts"
