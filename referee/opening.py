"""From the needs to the bids that may be scored: rules, screening, requested amounts, conditions."""

from exact import fen, instant, mean, number, show, yuan
from panels import check_plans
from parts import group, index, known
from places import check_categories

_UNOPENED = {"submitted", "withdrawn", "lapsed", "unopenable"}
_CANDIDATE = {"qualified", "funded", "reserve", "notFunded"}
_SCREENED = {"selected", "kept", "notSelected"}
_UNSCREENED = {"submitted", "forwarded", "returned", "rejected", "merged", "listed"}


def check_rules(account, derived, faults):
    """The rules are of the kinds that this program knows, and their shares, weights and points add up."""
    rules, screening = account["rules"]["ruleSet"], account["rules"]["screening"]
    known(rules["schema"], {"yichuang/rule-set/1"}, "rule set")
    known(screening["schema"], {"yichuang/screening-rules/1"}, "screening rules")
    known(rules["currency"], {"CNY"}, "currency")
    known(rules["amount"]["variant"], {"budget-less-own-funds"}, "amount")
    scoring = rules["scoring"]
    known(scoring["aggregation"]["variant"], {"mean"}, "aggregation")
    known(scoring["aggregation"]["rounding"], {"half-up"}, "rounding")
    known([rule["variant"] for rule in scoring["tieBreak"]], [["earlier-receipt"]], "tie break")
    check_categories(rules, faults)
    check_plans(rules, faults)
    points = sum(criterion["points"] for criterion in scoring["criteria"])
    faults.compare("points of the criteria", scoring["totalPoints"], points)
    faults.compare("shares of the tranches", sum(number(t["share"]) for t in rules["tranches"]), 1)
    for evaluation in rules["evaluations"]:
        known(evaluation["gradedOn"], {"unrounded-score"}, "what is graded")
        known(evaluation["missing"], {"fail"}, "a missing evaluation")
        known(evaluation["whenFailed"], {"stop-and-end", "grade-only"}, "a failed evaluation")
        weights = sum(number(indicator["weight"]) for indicator in evaluation["indicators"])
        faults.compare(f"weights of {evaluation['code']}", weights, 1)
    derived.rules, derived.screening = rules, screening
    derived.evaluation_rules = index(rules["evaluations"], "code", "evaluations")
    return f"{rules['code']}, {screening['code']}"


def check_needs(account, derived, faults):
    """Each need's sheets give the outcome that it claims: the mean of the experts' means of the criteria."""
    rules, needs = derived.screening, index(account["needs"], "id", "needs")
    for need in needs.values():
        state, sheets, into = need["state"], need["sheets"], need["mergedInto"]
        faults.compare(f"{need['title']}: merged", state == "merged", into is not None)
        faults.unless(
            into is None or (into in needs and into != need["id"]),
            f"{need['title']}: merged into a need that is not there",
        )
        if not sheets:
            known(state, _UNSCREENED | _SCREENED, need["title"])
            faults.unless(state not in _SCREENED, f"{need['title']}: {state} without a sheet")
            continue
        index(sheets, "expertId", f"{need['title']}: sheets")
        score = mean([_need_score(rules, sheet["scores"]) for sheet in sheets])
        faults.compare(f"{need['title']} with {show(score)}", state, _outcome(rules, score))
    return f"{len(needs)} needs, {sum(len(need['sheets']) for need in needs.values())} sheets"


def _need_score(rules, scores):
    codes = [criterion["code"] for criterion in rules["criteria"]]
    return mean(
        read_scores(scores, dict.fromkeys(codes, rules["maxScore"]), rules["scoreDecimals"])
    )


def read_scores(scores, most, decimals):
    """The scores in the order of `most`, which says the codes wanted and the most points of each."""
    if set(scores) != set(most):
        raise ValueError(f"scores for {sorted(scores)} where {sorted(most)} are asked for")
    read = [number(scores[code], decimals) for code in most]
    for code, score in zip(most, read):
        if score > number(most[code]):
            raise ValueError(
                f"a score of {scores[code]} for {code}, which has at most {most[code]}"
            )
    return read


def _outcome(rules, score):
    if score >= number(rules["selectFrom"]):
        return "selected"
    return "kept" if score >= number(rules["keepFrom"]) else "notSelected"


def check_bids(account, derived, faults):
    """Requested amounts from the budgets, and who may be scored by the conditions of the call."""
    rules, bids = derived.rules, index(account["bids"], "bidId", "bids")
    opened = [bid for bid in bids.values() if bid["state"] not in _UNOPENED]
    index(opened, "number", "bids")
    derived.bids, derived.requested, derived.qualified = bids, {}, []
    categories = {category["code"] for category in rules["categories"]}
    closes_at = instant(rules["timetable"]["callClosesAt"])
    per_party = group(opened, "partyId")
    for bid in opened:
        name = label(bid)
        known(bid["category"], categories, f"{name}: category")
        faults.unless(
            instant(bid["receivedAt"]) < closes_at, f"{name}: received after the deadline"
        )
        amount, fits = _grant(rules, bid)
        if fits:
            derived.requested[bid["bidId"]] = amount
            faults.compare(f"{name}: requested", bid["requested"], yuan(amount))
        else:
            allowed = {None, yuan(max(amount, 0))}
            faults.unless(bid["requested"] in allowed, f"{name}: requests what the rule refuses")
        crowd = len(per_party[bid["partyId"]])
        if _passes(rules, bid, fits, crowd, faults):
            known(bid["state"], _CANDIDATE | {"opened", "disqualified"}, name)
            faults.unless(
                bid["state"] in _CANDIDATE, f"{name}: {bid['state']}, though it passed every check"
            )
            derived.qualified.append(bid["bidId"])
        else:
            faults.compare(f"{name}: state", bid["state"], "disqualified")
    _check_crowds(rules, derived, faults)
    return f"{len(opened)} opened of {len(bids)}, {len(derived.qualified)} qualified"


def label(bid):
    """How a message names a bid."""
    return f"bid {bid['number']} {bid['title']}"


def _grant(rules, bid):
    """Budget less own funds, and whether the limits of the rule set allow it."""
    lines = index(bid["budgetLines"], "code", "budget lines")
    if not set(lines) <= {line["code"] for line in rules["form"]["budgetLines"]}:
        raise ValueError(f"{label(bid)}: a budget line that the form does not have")
    budget = sum(fen(line["amount"]) for line in lines.values())
    amount = budget - fen(bid["ownFunds"])
    limits = rules["amount"]
    caps = [c["cap"] for c in rules["categories"] if c["code"] == bid["category"] and "cap" in c]
    most = min(fen(cap) for cap in [limits["maxAmount"], *caps])
    return amount, 0 < amount <= min(most, budget * number(limits["maxShareOfBudget"]))


def _passes(rules, bid, fits, crowd, faults):
    """Whether every check is passed. What the facts decide is decided here, the rest is as the officers judged it."""
    verdicts = {
        code: row["verdict"] for code, row in index(bid["checks"], "code", "checks").items()
    }
    all_verdicts = set(verdicts.values())
    for check in rules["qualification"]:
        code = check["code"] if check["variant"] == "judged" else check["variant"]
        # Nobody judges a bid that has failed already.
        if check["variant"] == "judged" and code not in verdicts and "fail" in all_verdicts:
            continue
        verdict = known(verdicts.pop(code), {"pass", "fail"}, f"{label(bid)}: {code}")
        if check["variant"] == "amount-within-rule":
            faults.compare(f"{label(bid)}: {code}", verdict, "pass" if fits else "fail")
        if check["variant"] == "bids-per-organization" and crowd <= check["max"]:
            faults.compare(f"{label(bid)}: {code}", verdict, "pass")
    faults.unless(
        not verdicts, f"{label(bid)}: checks that the call does not have: {sorted(verdicts)}"
    )
    return fits and all(check["verdict"] == "pass" for check in bid["checks"])


def _check_crowds(rules, derived, faults):
    limit = min(
        (c["max"] for c in rules["qualification"] if c["variant"] == "bids-per-organization"),
        default=None,
    )
    rows = [derived.bids[bid_id] for bid_id in derived.qualified]
    for party_id, bids in group(rows, "partyId").items():
        too_many = limit is not None and len(bids) > limit
        faults.unless(not too_many, f"{len(bids)} bids of the organization {party_id} qualified")
