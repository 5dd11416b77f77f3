"""The versions of contracts: each follows from the one before it by the rules."""

from exact import fen, number, show, split_by_shares, yuan
from parts import index

# A tenth, where the rules have no share of their own (Government Procurement Law, art. 49).
_MOST_INCREASE = "0.1"


def is_amending(transfer):
    """Whether money moved for an amendment, and not for the award itself."""
    return transfer.get("cause") == "amendment"


def check_versions(name, contract, split, rules, faults):
    """The tranches of the last version in fen, from those of the first by every amendment between them."""
    original = sum(split.values())
    planned = split
    for place, version in enumerate(contract.get("versions", [])):
        said = f"{name}: version {place + 1}"
        amount = fen(version["amount"])
        rows = index(version["tranches"], "code", "tranches")
        faults.compare(f"{said}: number", version["number"], place + 1)
        if place == 0:
            faults.compare(f"{said}: amount", version["amount"], yuan(original))
        else:
            _check_increase(said, original, amount, rules, faults)
            if amount != sum(planned.values()):
                planned = _replanned(amount, planned, rows, rules)
        claimed = {code: row["planned"] for code, row in rows.items()}
        faults.compare(f"{said}: split", claimed, {c: yuan(a) for c, a in planned.items()})
    return planned


def _check_increase(said, original, amount, rules, faults):
    most = rules["contract"].get("amendments", {}).get("maxIncreaseShare", _MOST_INCREASE)
    grown = amount - original
    faults.unless(
        grown <= original * number(most), f"{said}: more than {show(number(most))} above the first"
    )


def _replanned(amount, planned, rows, rules):
    """Tranches that were due keep theirs; the others share what is left, by their shares among themselves."""
    shares = {t["code"]: number(t["share"]) for t in rules["tranches"]}
    is_open = [code for code in planned if not rows[code].get("isFixed", False)]
    left = amount - sum(a for code, a in planned.items() if code not in is_open)
    whole = sum(shares[code] for code in is_open)
    parts = split_by_shares(left, [shares[code] / whole for code in is_open])
    return {**planned, **dict(zip(is_open, parts))}
