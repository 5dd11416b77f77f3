"""The ledger: what its transfers fold to, and what it must hold by everything worked out before."""

from exact import fen, instant, start_of_day_after, yuan
from parts import group, index, known

_MOVES = {
    "openRound": ("fund", "available"),
    "closeRound": ("available", "fund"),
    "reserve": ("available", "reserved"),
    "unreserve": ("reserved", "available"),
    "commit": ("reserved", "committed"),
    "uncommit": ("committed", "available"),
    "makeDue": ("committed", "due"),
    "undue": ("due", "available"),
    "pay": ("due", "paid"),
    "unpay": ("paid", "due"),
    "claimBack": ("paid", "receivable"),
    "giveBack": ("receivable", "returned"),
    "lapsePot": ("available", "source"),
    "carryReserved": ("reserved", "reserved"),
    "carryCommitted": ("committed", "committed"),
    "carryDue": ("due", "due"),
}
_OF_AWARDS = ("reserved", "committed", "due", "paid", "receivable", "returned")
_ASKED = ("asked", "overdue", "recovered")
# Accounts that other rounds move too: their balance says nothing about this one.
_OUTSIDE = ("source", "fund")


def check_ledger(account, derived, faults):
    """Balances are the fold of the transfers, never below zero, and what the facts ask for."""
    derived.recoveries = _read_recoveries(account, faults)
    accounts = index(account["ledger"]["accounts"], "id", "ledger accounts")
    inside = {i: a for i, a in accounts.items() if a["kind"] not in _OUTSIDE}
    for row in inside.values():
        known(row["kind"], {"available", *_OF_AWARDS}, "ledger account")
        faults.compare(
            f"{row['kind']}: of an award", row["awardId"] is not None, row["kind"] in _OF_AWARDS
        )
    balances = _fold(account["ledger"]["transfers"], accounts, inside, faults)
    for account_id, row in inside.items():
        faults.compare(f"{_name(row)}: balance", row["balance"], yuan(balances[account_id]))
    _compare_awards(inside, derived, faults)
    _compare_available(account["ledger"]["transfers"], inside, derived, faults)
    _check_return(account, inside, derived, faults)
    return f"{len(accounts)} accounts, {len(account['ledger']['transfers'])} transfers"


def _read_recoveries(account, faults):
    """What was asked back of awards and has come: (award, asked, back); by two people, and only what was confirmed counts."""
    asked = []
    for row in account.get("recoveries", []):
        name = f"recovery {row['recoveryId']}"
        state = known(row["state"], {"proposed", "refused", *_ASKED}, name)
        back = sum(fen(r["amount"]) for r in row["repayments"] if r["state"] == "confirmed")
        faults.compare(f"{name}: returned", row["returned"], yuan(back))
        faults.compare(f"{name}: all is back", state == "recovered", back == fen(row["amount"]))
        if state in _ASKED:
            faults.unless(
                row["proposedBy"] != row["decidedBy"], f"{name}: proposed and approved by one person"
            )
            asked.append((row["awardId"], fen(row["amount"]), back))
    return asked


def _name(row):
    return f"{row['kind']} of {row['awardId'] or 'the round'}"


def _fold(transfers, accounts, inside, faults):
    balances = dict.fromkeys(inside, 0)
    for at, moved in sorted(group(transfers, "at").items(), key=lambda pair: instant(pair[0])):
        for transfer in moved:
            _check_move(transfer, accounts, faults)
            amount = fen(transfer["amount"])
            faults.unless(amount > 0, f"{transfer['act']} at {at}: of nothing")
            for side, signed in (("debitAccountId", -amount), ("creditAccountId", amount)):
                if transfer[side] in balances:
                    balances[transfer[side]] += signed
        # What is written in one transaction has one instant, and holds only as a whole.
        for account_id, balance in balances.items():
            faults.unless(balance >= 0, f"{_name(inside[account_id])}: {yuan(balance)} at {at}")
    return balances


def _check_move(transfer, accounts, faults):
    """Money goes only the ways there are, within one fund and one award."""
    kinds = _MOVES[known(transfer["act"], _MOVES, "ledger act")]
    sides = [accounts.get(transfer[side]) for side in ("debitAccountId", "creditAccountId")]
    for kind, row in zip(kinds, sides):
        right = row["kind"] == kind if row is not None else kind in _OUTSIDE
        faults.unless(right, f"{transfer['act']}: not between {kinds[0]} and {kinds[1]}")
    rows = [row for row in sides if row is not None]
    faults.unless(
        len({row["fundId"] for row in rows}) == 1, f"{transfer['act']}: from one fund to another"
    )
    award_ids = {row["awardId"] for row in rows} - {None}
    faults.unless(len(award_ids) <= 1, f"{transfer['act']}: from one award to another")
    _check_years(transfer["act"], [row.get("year") for row in rows], faults)


def _check_years(act, years, faults):
    """Money keeps its budget year, but for being carried over, or due again after its year was closed."""
    if len(years) < 2 or None in years:
        return
    later = years[1] - years[0]
    right = later == 1 if act.startswith("carry") else later == 0 or (act == "unpay" and later > 0)
    faults.unless(right, f"{act}: from {years[0]} to {years[1]}")


def expected_of_awards(derived):
    """What each award's accounts must hold, over all funds: {award: {kind: fen}}."""
    expected = {award_id: dict.fromkeys(_OF_AWARDS, 0) for award_id in derived.awards}
    for award_id, award in derived.awards.items():
        if award["state"] in ("approved", "noticed", "confirmed"):
            expected[award_id]["reserved"] = derived.award_fen[award_id]
    for award_id, state, planned, payable in derived.tranches.values():
        if state == "planned":
            expected[award_id]["committed"] += planned
        elif state == "paid":
            expected[award_id]["paid"] += payable or 0
        elif state != "void":
            expected[award_id]["due"] += payable or 0
    for award_id, asked, back in derived.recoveries:
        expected[award_id]["paid"] -= asked
        expected[award_id]["receivable"] += asked - back
        expected[award_id]["returned"] += back
    return expected


def _compare_awards(inside, derived, faults):
    expected = expected_of_awards(derived)
    held = {award_id: dict.fromkeys(_OF_AWARDS, 0) for award_id in expected}
    for row in inside.values():
        if row["awardId"] is not None:
            held[row["awardId"]][row["kind"]] += fen(row["balance"])
    for award_id, kinds in expected.items():
        for kind, amount in kinds.items():
            faults.compare(f"{kind} of {award_id}", yuan(held[award_id][kind]), yuan(amount))


def _compare_available(transfers, inside, derived, faults):
    """Per fund: what came in is all still there, in one kind of account or another; and what is free over all of them."""
    came_in = dict.fromkeys({row["fundId"] for row in inside.values()}, 0)
    for transfer in transfers:
        if transfer["act"] == "openRound":
            came_in[inside[transfer["creditAccountId"]]["fundId"]] += fen(transfer["amount"])
        elif transfer["act"] in ("closeRound", "lapsePot"):
            came_in[inside[transfer["debitAccountId"]]["fundId"]] -= fen(transfer["amount"])
    for fund_id, amount in came_in.items():
        held = sum(fen(row["balance"]) for row in inside.values() if row["fundId"] == fund_id)
        faults.compare(f"fund {fund_id}: all its accounts", yuan(held), yuan(amount))
    used = sum(sum(kinds.values()) for kinds in expected_of_awards(derived).values())
    free = sum(fen(row["balance"]) for row in inside.values() if row["kind"] == "available")
    faults.compare("available", yuan(free), yuan(sum(came_in.values()) - used))


def _check_return(account, inside, derived, faults):
    """What was not awarded goes back to its funds: not before it may, then all of it, and later what falls free as well."""
    transfers, ended_at = account["ledger"]["transfers"], account["round"]["endedAt"]
    returns = [transfer for transfer in transfers if transfer["act"] == "closeRound"]
    returned_at = account["round"]["moneyReturnedAt"]
    if ended_at is None:
        faults.unless(not returns and returned_at is None, "money went back before the round ended")
        return
    free_from = _free_from(account["rules"]["ruleSet"]["commission"]["openAfterEnd"], ended_at)
    if returned_at is not None:
        faults.unless(instant(returned_at) >= free_from, f"back at {returned_at}, before it may be")
    for transfer in returns:
        after = returned_at is not None and instant(transfer["at"]) >= instant(returned_at)
        faults.unless(after, f"closeRound at {transfer['at']}: before the round's money went back")
    for at in {transfer["at"] for transfer in returns}:
        left = sum(
            _left_at(at, i, transfers) for i, row in inside.items() if row["kind"] == "available"
        )
        faults.unless(left == 0, f"available at {at}: {yuan(left)} stays though it goes back")
    is_due = max(instant(transfer["at"]) for transfer in transfers) >= free_from
    waits = any(award["state"] == "proposed" for award in derived.awards.values())
    faults.unless(returned_at or waits or not is_due, "what was not awarded has not gone back")
    if returned_at and all(state in ("paid", "void") for _, state, _, _ in derived.tranches.values()):
        for row in inside.values():
            idle = row["kind"] == "available" and fen(row["balance"]) > 0
            faults.unless(not idle, f"{_name(row)}: {row['balance']} is left, and nothing needs it")


def _free_from(period, ended_at):
    """The first instant after the period; the day of the event is not counted. Working days are at least so many days."""
    known(period["unit"], {"calendarDays", "workingDays"}, "unit of days")
    return start_of_day_after(instant(ended_at), period["n"] + 1)


def _left_at(at, account_id, transfers):
    """What an account holds once everything of an instant is written."""
    until = [transfer for transfer in transfers if instant(transfer["at"]) <= instant(at)]
    came = sum(fen(t["amount"]) for t in until if t["creditAccountId"] == account_id)
    return came - sum(fen(t["amount"]) for t in until if t["debitAccountId"] == account_id)
