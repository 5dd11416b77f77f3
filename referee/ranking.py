"""Sheets, means and ranks."""

from exact import half_up_text, instant, mean, number
from opening import label, read_scores
from panels import panel_of, plans_of
from parts import index


def check_sheets(account, derived, faults):
    """Every seated expert scored every qualified bid of the panel once. Sheets of those who left their seat do not count."""
    scoring = derived.rules["scoring"]
    most = {criterion["code"]: criterion["points"] for criterion in scoring["criteria"]}
    plans = plans_of(derived.rules)
    panel = {b: panel_of(plans, derived.bids[b]["category"]) for b in derived.qualified}
    totals = {bid_id: {} for bid_id in derived.qualified}
    for sheet in account["sheets"]:
        bid_id, seat_id = sheet["bidId"], sheet["seatId"]
        total = sum(read_scores(sheet["scores"], most, scoring["scoreDecimals"]))
        faults.unless(bid_id in totals, f"a sheet for {bid_id}, which did not qualify")
        of_seat = derived.panel_of_seat.get(seat_id)
        faults.unless(of_seat is not None, f"a sheet of {seat_id}, which is no seat")
        faults.unless(
            of_seat is None or panel.get(bid_id) in (None, of_seat),
            f"a sheet of {seat_id} for {bid_id}, which another panel reviews",
        )
        faults.unless(
            seat_id not in totals.get(bid_id, {}), f"two sheets of {seat_id} for {bid_id}"
        )
        totals.setdefault(bid_id, {})[seat_id] = total
    for bid_id in derived.qualified:
        missing = len(set(derived.seated[panel[bid_id]]) - set(totals[bid_id]))
        faults.unless(missing == 0, f"{label(derived.bids[bid_id])}: {missing} sheet(s) missing")
    derived.totals = {
        bid_id: [t for s, t in totals[bid_id].items() if s in derived.seated[panel[bid_id]]]
        for bid_id in derived.qualified
    }
    return f"{len(account['sheets'])} sheets"


def check_ranking(account, derived, faults):
    """The mean half up, by it the rank, and where means are equal the earlier receipt."""
    scoring, bids = derived.rules["scoring"], derived.bids
    decimals, pass_mark = scoring["aggregation"]["decimals"], number(scoring["passMark"])
    means = {
        bid_id: half_up_text(mean(derived.totals[bid_id]), decimals) for bid_id in derived.qualified
    }
    received = {bid_id: instant(bids[bid_id]["receivedAt"]) for bid_id in derived.qualified}
    passed = [bid_id for bid_id in derived.qualified if number(means[bid_id]) >= pass_mark]
    passed.sort(key=lambda bid_id: (-number(means[bid_id]), received[bid_id]))
    for one, other in zip(passed, passed[1:]):
        same = (means[one], received[one]) == (means[other], received[other])
        faults.unless(
            not same,
            f"{label(bids[one])} and {label(bids[other])}: nothing tells their ranks apart",
        )
    claims = index(account["ranking"], "bidId", "ranks")
    faults.unless(
        set(claims) == set(derived.qualified),
        "the ranking holds other bids than those that qualified",
    )
    for bid_id, claim in claims.items():
        if bid_id not in means:
            continue
        rank = passed.index(bid_id) + 1 if bid_id in passed else None
        name = label(bids[bid_id])
        faults.compare(f"{name}: mean", claim["mean"], means[bid_id])
        faults.compare(f"{name}: rank", claim["rank"], rank)
        faults.compare(f"{name}: passed", claim["passed"], bid_id in passed)
    derived.passed = passed
    return f"{len(claims)} bids, {len(passed)} passed"
