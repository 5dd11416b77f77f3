"""Who is funded with what; and the contracts."""

from amendments import check_versions
from exact import fen, number, split_by_shares, yuan
from opening import label
from parts import index, known
from reserving import FALLEN, HELD, Reserving

_WAITING = {"proposed", "reserve", "notConfirmed"}


def check_awards(account, derived, faults):
    """By rank within places and money, skipping what does not fit; who falls away makes room for the next that fits."""
    awards = index(account["awards"], "awardId", "awards")
    competing = {}
    derived.awards, derived.award_fen = awards, {}
    for award in awards.values():
        known(award["state"], HELD | FALLEN | _WAITING, award["awardId"])
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
    Reserving(order, derived, faults).replay(account["ledger"])
    _check_outcomes(competing, derived, faults)
    held = [award_id for award_id, award in awards.items() if award["state"] in HELD]
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


def _check_outcomes(competing, derived, faults):
    """What became of each bid says the same as what became of its award."""
    for bid_id in derived.qualified:
        state, name = derived.bids[bid_id]["state"], label(derived.bids[bid_id])
        became = competing[bid_id]["state"] if bid_id in competing else None
        if became == "contracted":
            faults.compare(f"{name}: state", state, "funded")
        elif became is None or became in FALLEN | {"reserve", "notConfirmed"}:
            faults.unless(state != "funded", f"{name}: funded, its award {became}")


def check_contracts(account, derived, faults):
    """Each contract has the amount of its award, split to the fen by the shares, and changes by the rules alone."""
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
        drawn = derived.awards[award_id]["state"] in {"confirmed", "contracted"} | FALLEN
        faults.unless(drawn, f"{award_id}: a contract before the award was confirmed")
        derived.planned[award_id] = check_versions(
            award_id, contract, derived.planned[award_id], derived.rules, faults
        )
        amount = sum(derived.planned[award_id].values())
        faults.compare(f"{award_id}: contract", contract["amount"], yuan(amount))
        split = {code: yuan(amount) for code, amount in derived.planned[award_id].items()}
        claimed = {
            code: t["planned"]
            for code, t in index(contract["tranches"], "code", "tranches").items()
        }
        faults.compare(f"{award_id}: split", claimed, split)
    return f"{len(contracts)} contracts"
