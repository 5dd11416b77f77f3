"""From grades to payable tranches to payments."""

from exact import day_number, number, round_half_up, show, yuan
from opening import read_scores
from parts import group, index, known

_UNDECIDED = {"awaiting", "selfReported", "excused", "scored", "missing"}
_MOST_POINTS = 100
_MOST_SATISFIED = 5
# What is said to have come back stays paid until a second person found so.
_PAID = {"paid", "returning"}
_LIVE = {"entered", "released", "sent", "vouchered"} | _PAID
_OVER = {"rejected", "returned"}


def check_evaluations(account, derived, faults):
    """The weighted score, the grade on it unrounded; what is missing has failed; a stopped project is not graded further."""
    derived.grades, derived.stopped = {}, set()
    by_award = group(account["evaluations"], "awardId")
    index(account["evaluations"], "evaluationId", "evaluations")
    faults.unless(set(by_award) <= set(derived.in_force), "an evaluation of what has no contract")
    for award_id in derived.in_force:
        rows = index(by_award.get(award_id, []), "code", "evaluations")
        faults.compare(f"{award_id}: evaluations", sorted(rows), sorted(derived.evaluation_rules))
        for code, rules in derived.evaluation_rules.items():
            if code not in rows:
                continue
            name = f"{award_id}: {code}"
            faults.compare(f"{name}: kind", rows[code]["kind"], rules["kind"])
            grade = _check_evaluation(name, rows[code], rules, award_id in derived.stopped, faults)
            derived.grades[award_id, code] = grade
            failed = grade is not None and not passes(rules, grade)
            if failed and rules["whenFailed"] == "stop-and-end":
                derived.stopped.add(award_id)
    graded = sum(grade is not None for grade in derived.grades.values())
    return f"{len(account['evaluations'])} evaluations, {graded} graded"


def _check_evaluation(name, row, rules, is_stopped, faults):
    """The grade that the facts give, or None where nothing was graded."""
    state = known(row["state"], _UNDECIDED | {"graded", "dropped"}, name)
    if state != "graded":
        faults.compare(f"{name}: grade", row["grade"], None)
        right = is_stopped if state == "dropped" else not is_stopped
        faults.unless(right, f"{name}: {state}, the project {'' if is_stopped else 'not '}stopped")
        return None
    faults.unless(not is_stopped, f"{name}: graded after the project was stopped")
    if row["scores"] is None:
        score, grade = None, rules["grades"][-1]["code"]
        faults.compare(f"{name}: score of what is missing", row["score"], None)
    else:
        score = _weighted(rules, row["scores"])
        grade = grade_of(rules, score)
        claimed = row["score"] is not None and number(row["score"]) == score
        faults.unless(
            claimed, f"{name}: score: claims {row['score']}, the facts give {show(score)}"
        )
        _check_answers(name, row["answers"], rules, faults)
    on = "nothing" if score is None else show(score)
    faults.compare(f"{name}: grade on {on}", row["grade"], grade)
    return grade


def _weighted(rules, scores):
    most = {indicator["code"]: _MOST_POINTS for indicator in rules["indicators"]}
    read = read_scores(scores, most, rules["scoreDecimals"])
    return sum(number(i["weight"]) * score for i, score in zip(rules["indicators"], read))


def grade_of(rules, score):
    """The first grade whose threshold the unrounded score reaches."""
    return next(grade["code"] for grade in rules["grades"] if score >= number(grade["from"]))


def passes(rules, grade):
    """Whether a grade is the one that passes, or a better one."""
    codes = [grade["code"] for grade in rules["grades"]]
    return codes.index(grade) <= codes.index(rules["passGrade"])


def _check_answers(name, answers, rules, faults):
    for answer in answers:
        known(answer, range(1, _MOST_SATISFIED + 1), f"{name}: an answer")
    if "survey" in rules:
        enough = len(answers) >= rules["survey"]["minAnswers"]
        faults.unless(enough, f"{name}: scored with {len(answers)} answers")


def check_tranches(account, derived, faults):
    """What each tranche pays by its trigger and factor."""
    rules = index(derived.rules["tranches"], "code", "tranches")
    by_award = group(account["tranches"], "awardId")
    index(account["tranches"], "trancheId", "tranches")
    faults.unless(set(by_award) <= set(derived.in_force), "a tranche of what has no contract")
    derived.tranches = {}
    for award_id in derived.in_force:
        rows = index(by_award.get(award_id, []), "code", "tranches")
        faults.compare(f"{award_id}: tranches", sorted(rows), sorted(rules))
        for code, row in rows.items():
            planned = derived.planned[award_id][code]
            faults.compare(f"{award_id} {code}: planned", row["planned"], yuan(planned))
            payable = _payable(rules[code]["trigger"], planned, award_id, derived)
            is_stopped = award_id in derived.stopped
            _check_state(f"{award_id} {code}", row, payable, is_stopped, faults)
            derived.tranches[row["trancheId"]] = (award_id, row["state"], planned, payable)
    total = sum(
        payable or 0 for _, state, _, payable in derived.tranches.values() if state != "void"
    )
    return f"{len(account['tranches'])} tranches, {yuan(total)} yuan payable"


def _payable(trigger, planned, award_id, derived):
    """In fen; None while the trigger is open, 0 when it can no longer pay."""
    if trigger["variant"] == "contract-signed":
        return planned
    known(trigger["variant"], {"evaluation-passed", "evaluation-graded"}, "trigger")
    grade = derived.grades.get((award_id, trigger["evaluation"]))
    if grade is None:
        return 0 if award_id in derived.stopped else None
    if trigger["variant"] == "evaluation-passed":
        return planned if passes(derived.evaluation_rules[trigger["evaluation"]], grade) else 0
    factor = next(number(f["factor"]) for f in trigger["factors"] if f["grade"] == grade)
    return round_half_up(planned * factor)


def _check_state(name, row, payable, is_stopped, faults):
    state = known(row["state"], {"planned", "due", "claimed", "ordered", "paid", "void"}, name)
    if state == "planned":
        faults.compare(f"{name}: payable", row["payable"], None)
        faults.unless(payable is None, f"{name}: still planned, though its trigger is decided")
    elif state == "void":
        faults.unless(payable == 0 or is_stopped, f"{name}: void, though it has to be paid")
        allowed = {None, yuan(0)} | (
            {yuan(payable)} if payable is not None and is_stopped else set()
        )
        faults.unless(row["payable"] in allowed, f"{name}: void, yet {row['payable']} payable")
    else:
        faults.unless(payable, f"{name}: {state}, though nothing of it is payable")
        faults.compare(f"{name}: payable", row["payable"], yuan(payable or 0))


def check_payments(account, derived, faults):
    """One payment for each paid tranche, of what is payable, entered and released by two people, with its voucher."""
    payments = index(account["payments"], "paymentId", "payments")
    live = group([p for p in payments.values() if p["state"] not in _OVER], "trancheId")
    vouchers = set()
    for payment in payments.values():
        name = f"payment {payment['paymentId']}"
        known(payment["state"], _LIVE | _OVER, name)
        faults.unless(payment["trancheId"] in derived.tranches, f"{name}: for no tranche")
        faults.unless(payment["makerId"], f"{name}: nobody entered it")
        faults.unless(
            payment["makerId"] != payment["checkerId"],
            f"{name}: entered and released by the same person",
        )
        checked = payment["checkerId"] is not None or payment["state"] in ("entered", "rejected")
        faults.unless(checked, f"{name}: {payment['state']}, but nobody released it")
        if payment["state"] == "paid":
            number_, day = payment["voucherNumber"], payment["paidOn"]
            faults.unless(
                number_ and number_ not in vouchers,
                f"{name}: voucher {number_} missing or used twice",
            )
            vouchers.add(number_)
            day_number(day)
    for tranche_id, (award_id, state, _, payable) in derived.tranches.items():
        rows, name = live.get(tranche_id, []), f"{award_id}, tranche {tranche_id}"
        wanted = 1 if state in ("paid", "ordered") else 0
        faults.compare(f"{name}, {state}: payments", len(rows), wanted)
        for row in rows:
            faults.compare(f"{name}: paid", row["state"] in _PAID, state == "paid")
            faults.compare(f"{name}: amount", row["amount"], yuan(payable or 0))
    paid = [p for rows in live.values() for p in rows if p["state"] in _PAID]
    return f"{len(payments)} payments, {len(paid)} paid"
