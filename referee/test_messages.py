"""Every single thing that is looked at is looked at: one change each, and the words that it must be refused with."""

import json
import unittest

from cases import Case, forged
from recompute import recompute
from sample_account import sample_account
from sample_figures import uid


def put(path, value):
    """A change: one entry of the account, by its keys and places, gets another value."""

    def change(account):
        *way, last = [int(step) if step.lstrip("-").isdigit() else step for step in path.split(".")]
        for step in way:
            account = account[step]
        account[last] = value

    return change


def drop(path, at=-1):
    """A change: one entry of a list is taken out."""

    def change(account):
        for step in path.split("."):
            account = account[step]
        account.pop(at)

    return change


def again(path, at=0, **changes):
    """A change: one row of a list stands there again, with something else about it."""

    def change(account):
        account[path].append({**account[path][at], **changes})

    return change


RULES = "rules.ruleSet"

# (the part, the words, the change)
CHANGES = [
    ("rules", "rule set", put(f"{RULES}.schema", "yichuang/rule-set/2")),
    ("rules", "screening rules", put("rules.screening.schema", "yichuang/screening-rules/2")),
    ("rules", "currency", put(f"{RULES}.currency", "HKD")),
    ("rules", "amount", put(f"{RULES}.amount.variant", "lump-sum")),
    ("rules", "rounding", put(f"{RULES}.scoring.aggregation.rounding", "half-even")),
    ("rules", "tie break", put(f"{RULES}.scoring.tieBreak", [{"variant": "lot"}])),
    ("rules", "award", put(f"{RULES}.award.variant", "threshold")),
    ("rules", "what does not fit", put(f"{RULES}.award.whenItDoesNotFit", "stop")),
    ("rules", "selection", put(f"{RULES}.panel.selection.variant", "appointed")),
    ("rules", "points of the criteria", put(f"{RULES}.scoring.totalPoints", 101)),
    ("rules", "seats", put(f"{RULES}.panel.size", 7)),
    ("rules", "what is graded", put(f"{RULES}.evaluations.0.gradedOn", "rounded-score")),
    ("rules", "a missing evaluation", put(f"{RULES}.evaluations.0.missing", "again")),
    ("rules", "a failed evaluation", put(f"{RULES}.evaluations.0.whenFailed", "warn")),
    ("rules", "weights of midterm", put(f"{RULES}.evaluations.0.indicators.0.weight", "0.6")),
    ("needs", "merged", put("needs.1.state", "rejected")),
    ("needs", "is not known", put("needs.5.state", "won")),
    ("bids", "what the rule refuses", put("bids.6.requested", "168000.00")),
    ("bids", "is not known", put("bids.4.state", "won")),
    ("bids", "state", put("bids.6.state", "notFunded")),
    ("bids", "amount-within-rule: claims fail", put("bids.0.checks.5.verdict", "fail")),
    ("bids", "bids-per-organization: claims fail", put("bids.0.checks.3.verdict", "fail")),
    ("draw", "seats of the first draw", put(f"{RULES}.panel.seats.0.count", 3)),
    ("draw", "for the substitutes", put(f"{RULES}.panel.selection.substitutes", 3)),
    ("draw", "seats drawn for", put("draw.draws.0.orders.chair", [])),
    ("draw", "heading", put("draw.draws.0.no", 2)),
    ("draw", "entropy is not 32 bytes", put("draw.draws.0.entropy", "00")),
    ("draw", "called before the draw", put("draw.calls.0.calledAt", "2020-04-01T00:00:00Z")),
    ("draw", "not in their order", put("draw.calls.6.calledAt", "2020-04-11T10:00:00Z")),
    ("draw", "more called than", put("draw.calls.0.state", "accepted")),
    ("seats", "experts seated", put("seats.6.state", "invited")),
    ("sheets", "did not qualify", put("sheets.0.bidId", uid(207))),
    ("sheets", "which is no seat", put("sheets.0.seatId", uid(999))),
    ("ranking", "tells their ranks apart", put("bids.2.receivedAt", "2020-04-10T02:00:00Z")),
    ("ranking", "other bids than those", drop("ranking")),
    ("awards", "is not known", put("awards.0.state", "won")),
    ("awards", "is not known", put("awards.5.basis", "favour")),
    ("awards", "passed, but has no award", drop("awards", 4)),
    ("awards", "two awards", again("awards", awardId=uid(599), state="reserve")),
    ("awards", "a commission with a bid", put("awards.5.bidId", uid(206))),
    ("awards", "its money not reserved", put("awards.3.state", "contracted")),
    ("awards", "its money reserved", put("awards.0.state", "notConfirmed")),
    ("awards", "state: claims qualified", put("bids.0.state", "qualified")),
    ("contracts", "without a contract", drop("contracts")),
    ("contracts", "before the award was confirmed", put("awards.0.state", "noticed")),
    ("evaluations", "of what has no contract", put("awards.0.state", "confirmed")),
    ("evaluations", "evaluations: claims", drop("evaluations")),
    ("evaluations", "is not known", put("evaluations.0.state", "won")),
    ("evaluations", "grade: claims pass", put("evaluations.0.state", "scored")),
    ("evaluations", "the project not stopped", put("evaluations.0.state", "dropped")),
    ("evaluations", "the project stopped", put("evaluations.5.state", "awaiting")),
    ("evaluations", "after the project was stopped", put("evaluations.5.state", "graded")),
    ("evaluations", "score of what is missing", put("evaluations.4.score", "60")),
    ("evaluations", "an answer", put("evaluations.1.answers.0", 6)),
    ("tranches", "stand twice", again("tranches", awardId=uid(599))),
    ("tranches", "of what has no contract", put("awards.0.state", "confirmed")),
    ("tranches", "tranches: claims", drop("tranches")),
    ("tranches", "trigger", put(f"{RULES}.tranches.1.trigger.variant", "visited")),
    ("tranches", "its trigger is decided", put("tranches.0.state", "planned")),
    ("tranches", "payable: claims 140000.00", put("tranches.0.state", "planned")),
    ("tranches", "yet 5.00 payable", put("tranches.7.payable", "5.00")),
    ("tranches", "nothing of it is payable", put("tranches.7.state", "due")),
    ("payments", "is not known", put("payments.1.state", "gone")),
    ("payments", "for no tranche", put("payments.0.trancheId", uid(999))),
    ("payments", "nobody entered it", put("payments.1.makerId", None)),
    ("payments", "paid: claims False", put("payments.1.state", "sent")),
    ("payments", "payments: claims 0", put("payments.1.state", "rejected")),
    ("ledger", "is not known", put("ledger.accounts.1.kind", "elsewhere")),
    ("ledger", "of an award", put("ledger.accounts.1.awardId", None)),
    ("ledger", "from one fund to another", put("ledger.accounts.1.fundId", uid(999))),
    ("ledger", "all its accounts", put("ledger.accounts.1.balance", "5.00")),
    ("ledger", "available: claims", put("ledger.accounts.0.balance", "5.00")),
    ("ledger", "of nothing", put("ledger.transfers.0.amount", "0.00")),
    ("ledger", "is not known", put("ledger.transfers.0.act", "give")),
]


class TestMessages(Case):
    def says(self, account, part, words):
        found = {name.split()[1]: faults for name, _, faults in recompute(account)}
        self.assertTrue(any(words in fault for fault in found[part]), found[part])

    def test_says_what_is_wrong(self):
        for part, words, change in CHANGES:
            account = sample_account()
            change(account)
            with self.subTest(part=part, words=words):
                self.says(account, part, words)

    def test_says_that_a_check_is_none_of_the_call(self):
        account = sample_account()
        account["bids"][0]["checks"].append({"code": "liked-by-all", "verdict": "pass"})
        self.says(account, "bids", "checks that the call does not have")

    def test_says_that_the_frozen_text_could_be_written_otherwise(self):
        account = sample_account()
        held = account["draw"]["draws"][0]
        held["frozen"] = json.dumps(json.loads(held["frozen"]))
        self.says(account, "draw", "not canonical")

    def test_says_that_a_draw_was_held_and_not_used(self):
        account = sample_account()
        account["draw"]["draws"].append(account["draw"]["draws"][0])
        self.says(account, "draw", "draws held")

    def test_says_that_a_leaf_was_opened_that_nobody_called(self):
        account = sample_account()
        account["draw"]["opened"].append({"leaf": "00", "salt": "00", "expertId": uid(1)})
        self.says(account, "draw", "opened leaves: claims 8")

    def test_says_that_somebody_was_called_twice(self):
        account = sample_account()
        opened = account["draw"]["opened"]
        opened[1]["expertId"] = opened[0]["expertId"]
        self.says(account, "draw", "experts called: claims 6")

    def test_says_that_the_rules_have_no_commission(self):
        account = sample_account()
        del account["rules"]["ruleSet"]["commission"]
        self.says(account, "awards", "a commission that the rules do not have")

    def test_says_who_was_funded_against_the_order(self):
        account = forged(RESERVED=(1, 2, 4, 3), PROMOTED=5)
        self.says(account, "awards", "against the order or the budget: bid 3 星工坊")

    def test_says_who_was_called_from_the_reserve_out_of_turn(self):
        self.says(forged(RESERVED=(1, 2, 4), PROMOTED=5), "awards", "passed over, though it fits")

    def test_says_that_an_award_was_reserved_again_after_it_fell(self):
        account = sample_account()
        transfers = account["ledger"]["transfers"]
        reserved = next(row for row in transfers if row["amount"] == "270000.00")
        transfers.append({**reserved, "at": "2020-05-30T10:00:00.000+08:00"})
        self.says(account, "awards", "against the order or the budget: bid 4 童伴")

    def test_says_that_money_went_from_one_award_to_another(self):
        account = sample_account()
        transfers = account["ledger"]["transfers"]
        pays = [transfer for transfer in transfers if transfer["act"] == "pay"]
        pays[0]["creditAccountId"] = pays[1]["creditAccountId"]
        self.says(account, "ledger", "from one award to another")


if __name__ == "__main__":
    unittest.main()
