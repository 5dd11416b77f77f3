"""The panels of a review: what the rules plan, and what the account holds of each."""

from parts import known

_WHOLE_LOT = "lot"


def check_plans(rules, faults):
    """Each panel's seats are its size, and every category is in exactly one panel."""
    plans = plans_of(rules)
    for code, plan in plans.items():
        known(plan["selection"]["variant"], {"draw"}, "selection")
        seats = sum(seat["count"] for seat in plan["seats"])
        faults.compare(f"{code}: seats", plan["size"], seats)
    if list(plans) != [_WHOLE_LOT]:
        reviewed = [category for plan in plans.values() for category in plan["categories"]]
        categories = [category["code"] for category in rules["categories"]]
        faults.compare("categories with a panel", sorted(reviewed), sorted(categories))


def plans_of(rules):
    """What the rules say of each panel, by its code and in their order; one panel for all bids has no categories."""
    if "panels" not in rules:
        return {_WHOLE_LOT: {**rules["panel"], "categories": None}}
    if "panel" in rules or len({plan["code"] for plan in rules["panels"]}) < len(rules["panels"]):
        raise ValueError("which panel reviews a bid could be read in two ways")
    return {plan["code"]: plan for plan in rules["panels"]}


def panels_of(account):
    """(code, proof of the draw, seats) of each panel. An account of one panel has them by themselves."""
    if "panels" not in account:
        return [(_WHOLE_LOT, account["draw"], account["seats"])]
    return [(panel["draw"]["code"], panel["draw"], panel["seats"]) for panel in account["panels"]]


def panel_of(plans, category):
    """The code of the panel that reviews the bids of a category."""
    for code, plan in plans.items():
        if plan["categories"] is None or category in plan["categories"]:
            return code
    raise ValueError(f"no panel reviews the category {category}")


def code_in_draw(panel, seat):
    """How a draw names a kind of seat: panels by category are drawn together."""
    return seat if panel == _WHOLE_LOT else f"{panel}/{seat}"
