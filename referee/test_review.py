"""From the needs to the ranking: yes to the sample, no to every changed copy of it."""

import unittest

from cases import Case
from recompute import recompute
from sample_account import sample_account
from sample_figures import uid


class TestSample(Case):
    def test_agrees_with_what_was_worked_out_by_hand(self):
        self.assertEqual([faults for _, _, faults in recompute(sample_account()) if faults], [])

    def test_agrees_before_anything_is_awarded(self):
        account = sample_account()
        for award, state in zip(
            account["awards"], ["proposed", "proposed", "reserve", "proposed", "proposed"]
        ):
            award["state"] = state
        account["awards"].pop()
        for bid in account["bids"][:6]:
            bid["state"] = "qualified"
        account["round"] = {"endedAt": None, "moneyReturnedAt": None}
        for emptied in ("contracts", "evaluations", "tranches", "payments"):
            account[emptied] = []
        only_opened = account["ledger"]["transfers"][:1]
        available = next(row for row in account["ledger"]["accounts"] if row["kind"] == "available")
        account["ledger"] = {
            "accounts": [{**available, "balance": "1000000.00"}],
            "transfers": only_opened,
        }
        self.refuses_only(account)
        account["awards"][2]["state"], account["awards"][4]["state"] = "proposed", "reserve"
        self.refuses_only(account, "awards")

    def test_agrees_whatever_the_order_of_the_transfers_on_the_page(self):
        account = sample_account()
        account["ledger"]["transfers"].reverse()
        self.refuses_only(account)


class TestOpening(Case):
    def setUp(self):
        self.account = sample_account()

    def test_refuses_another_outcome_of_a_need(self):
        self.account["needs"][2]["state"] = "selected"
        self.refuses_only(self.account, "needs")

    def test_refuses_a_point_less_on_a_need_at_the_mark(self):
        self.account["needs"][0]["sheets"][0]["scores"]["aim"] = "68"
        self.refuses_only(self.account, "needs")

    def test_refuses_a_selected_need_that_nobody_scored(self):
        self.account["needs"][0]["sheets"] = []
        self.refuses_only(self.account, "needs")

    def test_refuses_a_need_merged_into_nothing(self):
        self.account["needs"][1]["mergedInto"] = uid(999)
        self.refuses_only(self.account, "needs")

    def test_refuses_a_fen_more_than_budget_less_own_funds(self):
        self.account["bids"][0]["requested"] = "280000.01"
        self.refuses_only(self.account, "bids")

    def test_refuses_own_funds_that_were_lowered_later(self):
        self.account["bids"][0]["ownFunds"] = "199999.99"
        self.refuses(self.account, "bids", "awards")

    def test_refuses_a_bid_over_the_limit_that_was_let_through(self):
        bid = self.account["bids"][6]
        bid.update(requested="180000.00", state="notFunded")
        for check in bid["checks"]:
            check["verdict"] = "pass"
        self.refuses(self.account, "bids")

    def test_refuses_a_bid_disqualified_without_a_failed_check(self):
        self.account["bids"][4]["state"] = "disqualified"
        self.refuses(self.account, "bids")

    def test_refuses_a_bid_that_came_at_the_deadline(self):
        self.account["bids"][5]["receivedAt"] = "2020-04-10T16:00:00.000Z"
        self.refuses_only(self.account, "bids")

    def test_refuses_a_third_bid_of_one_organization(self):
        for n in (1, 2, 4):
            self.account["bids"][n]["partyId"] = uid(302)
            self.account["awards"][n]["partyId"] = uid(302)
        self.refuses_only(self.account, "bids")

    def test_refuses_rules_whose_shares_do_not_total_one(self):
        self.account["rules"]["ruleSet"]["tranches"][0]["share"] = "0.6"
        self.refuses(self.account, "rules", "contracts")

    def test_refuses_a_kind_of_rule_that_it_does_not_know(self):
        self.account["rules"]["ruleSet"]["scoring"]["aggregation"]["variant"] = "trimmed-mean"
        self.refuses(self.account, "rules", "ranking")


class TestRanking(Case):
    def setUp(self):
        self.account = sample_account()

    def test_refuses_one_score_changed(self):
        self.account["sheets"][0]["scores"]["need"] = "17"
        self.refuses_only(self.account, "ranking")

    def test_refuses_a_score_above_its_points(self):
        self.account["sheets"][0]["scores"]["need"] = "21"
        self.refuses(self.account, "sheets", "ranking")

    def test_refuses_a_sheet_that_is_missing(self):
        self.account["sheets"].pop()
        self.refuses(self.account, "sheets", "ranking")

    def test_refuses_a_sheet_that_counts_twice(self):
        self.account["sheets"].append(dict(self.account["sheets"][0]))
        self.refuses(self.account, "sheets")

    def test_refuses_a_sheet_of_one_who_left_in_place_of_a_seated_one(self):
        self.account["sheets"][0]["seatId"] = self.account["seats"][0]["seatId"]
        self.refuses(self.account, "sheets")

    def test_refuses_two_ranks_swapped(self):
        first, second = self.account["ranking"][:2]
        first["rank"], second["rank"] = second["rank"], first["rank"]
        self.refuses_only(self.account, "ranking")

    def test_refuses_a_receipt_time_swapped_at_a_tie(self):
        one, other = self.account["bids"][2], self.account["bids"][3]
        one["receivedAt"], other["receivedAt"] = other["receivedAt"], one["receivedAt"]
        self.refuses(self.account, "ranking", "awards")

    def test_refuses_a_tie_that_nothing_tells_apart(self):
        self.account["bids"][2]["receivedAt"] = self.account["bids"][3]["receivedAt"]
        self.refuses(self.account, "ranking")

    def test_refuses_a_mean_rounded_up_to_the_pass_mark(self):
        self.account["ranking"][5].update(mean="60.00", rank=6, passed=True)
        self.refuses_only(self.account, "ranking")


if __name__ == "__main__":
    unittest.main()
