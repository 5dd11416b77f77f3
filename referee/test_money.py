"""From the awards to the ledger: no to every changed copy of the sample."""

import unittest

import sample_figures as figures
from cases import Case, forged
from exact import fen, yuan
from sample_account import sample_account
from sample_figures import uid


class TestAwards(Case):
    def test_refuses_one_fen_more_for_an_award(self):
        account = sample_account()
        account["awards"][0]["amount"] = "280000.01"
        self.refuses_only(account, "awards")

    def test_refuses_one_fen_more_carried_through_to_the_ledger(self):
        awards = [(1, 1, "competition", "280000.01", "contracted"), *figures.AWARDS[1:]]
        more = ("140000.01", "112000.00", "28000.00")
        account = forged(
            AWARDS=awards, SPLITS={**figures.SPLITS, 1: more}, PAYABLE={**figures.PAYABLE, 1: more}
        )
        self.refuses(account, "awards", "contracts", "tranches", "payments", "ledger")

    def test_refuses_a_bid_under_the_pass_mark_that_is_funded(self):
        """It takes the place and the amount of the directed commission, so every sum stays right."""
        title, party, received, budget, *_, totals = figures.BIDS[5]
        bid = (title, party, received, budget, "119999.85", "50000.15", "funded", totals)
        account = forged(
            BIDS=[*figures.BIDS[:5], bid, figures.BIDS[6]],
            AWARDS=[*figures.AWARDS[:5], (6, 6, "competition", "50000.15", "contracted")],
        )
        self.refuses(account, "awards", "contracts", "tranches", "payments", "ledger")

    def test_refuses_a_bid_that_did_not_fit_and_was_not_skipped(self):
        self.refuses_only(forged(RESERVED=(1, 2, 4, 3), PROMOTED=5), "awards", "ledger")

    def test_refuses_a_bid_that_was_passed_over_though_it_fits(self):
        account = sample_account()
        account["awards"][4]["state"], account["bids"][4]["state"] = "notConfirmed", "notFunded"
        account["ledger"]["transfers"] = [
            t
            for t in account["ledger"]["transfers"]
            if t["amount"] not in ("138000.00", "69000.00", "55200.00", "13800.00")
        ]
        self.refuses(account, "awards")

    def test_refuses_a_reserve_that_is_not_called_when_one_falls_away(self):
        account = sample_account()
        account["awards"][2]["state"], account["bids"][2]["state"] = "reserve", "reserve"
        of_award = {
            row["id"] for row in account["ledger"]["accounts"] if row["awardId"] == uid(503)
        }
        account["ledger"]["transfers"] = [
            t
            for t in account["ledger"]["transfers"]
            if not of_award & {t["debitAccountId"], t["creditAccountId"]}
        ]
        account["ledger"]["accounts"] = [
            row for row in account["ledger"]["accounts"] if row["id"] not in of_award
        ]
        self.refuses(account, "awards")

    def test_refuses_more_than_the_fund_holds(self):
        awards = [*figures.AWARDS[:5], (None, 8, "directed-commission", "150000.15", "contracted")]
        split = ("75000.08", "60000.06", "15000.01")
        account = forged(
            AWARDS=awards,
            SPLITS={**figures.SPLITS, 6: split},
            PAYABLE={**figures.PAYABLE, 6: (*split[:2], "7500.01")},
        )
        self.refuses(account, "awards", "ledger")

    def test_refuses_an_award_that_is_kept_back(self):
        account = sample_account()
        del account["awards"][4]
        self.refuses(account, "awards")

    def test_refuses_a_bid_called_funded_whose_award_was_declined(self):
        account = sample_account()
        account["bids"][3]["state"] = "funded"
        self.refuses_only(account, "awards")

    def test_refuses_a_share_moved_between_tranches(self):
        moved = ("150000.00", "102000.00", "28000.00")
        account = forged(SPLITS={**figures.SPLITS, 1: moved}, PAYABLE={**figures.PAYABLE, 1: moved})
        # In the end the same sum is paid, so the ledger has nothing against it.
        self.refuses_only(account, "contracts", "tranches", "payments")

    def test_refuses_the_last_fen_on_the_wrong_tranche(self):
        moved = ("100000.00", "79999.99", "20000.00")
        account = forged(
            SPLITS={**figures.SPLITS, 2: moved},
            PAYABLE={**figures.PAYABLE, 2: (*moved[:2], "10000.00")},
        )
        self.refuses(account, "contracts", "tranches")


class TestReturn(Case):
    """What was not awarded goes back to its fund."""

    def closings(self, account):
        return [t for t in account["ledger"]["transfers"] if t["act"] == "closeRound"]

    def test_refuses_money_that_went_back_a_millisecond_early(self):
        self.refuses_only(forged(RETURNED="2020-07-01T23:59:59.999+08:00"), "ledger")

    def test_refuses_money_that_went_back_before_the_round_ended(self):
        account = sample_account()
        account["round"] = {"endedAt": None, "moneyReturnedAt": None}
        self.refuses_only(account, "ledger")

    def test_refuses_money_that_has_not_gone_back(self):
        account = sample_account()
        self.assertEqual(len(self.closings(account)), 2)
        account["round"]["moneyReturnedAt"] = None
        self.refuses_only(account, "ledger")

    def test_refuses_what_fell_free_later_and_stayed(self):
        account = sample_account()
        last = self.closings(account)[-1]
        account["ledger"]["transfers"].remove(last)
        available = next(r for r in account["ledger"]["accounts"] if r["kind"] == "available")
        available["balance"] = last["amount"]
        self.refuses_only(account, "ledger")

    def test_refuses_a_return_that_leaves_a_fen(self):
        account = sample_account()
        last = self.closings(account)[-1]
        last["amount"] = yuan(fen(last["amount"]) - 1)
        available = next(r for r in account["ledger"]["accounts"] if r["kind"] == "available")
        available["balance"] = "0.01"
        self.refuses_only(account, "ledger")


class TestMoney(Case):
    def setUp(self):
        self.account = sample_account()

    def test_refuses_a_grade_one_up(self):
        self.account["evaluations"][3]["grade"] = "good"
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_grade_on_the_rounded_score_carried_through(self):
        midterm, _ = figures.EVALUATIONS[2]
        account = forged(
            EVALUATIONS={
                **figures.EVALUATIONS,
                2: (midterm, ("79.99 80 80 80.03", "80.00", "good")),
            },
            PAYABLE={**figures.PAYABLE, 2: figures.SPLITS[2]},
        )
        self.refuses_only(account, "evaluations", "tranches", "payments", "ledger")

    def test_refuses_an_indicator_score_changed(self):
        self.account["evaluations"][0]["scores"]["progress"] = "91"
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_missing_evaluation_that_passed(self):
        self.account["evaluations"][7]["grade"] = "pass"
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_missing_evaluation_that_is_paid(self):
        account = forged(PAYABLE={**figures.PAYABLE, 5: figures.SPLITS[5]})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_a_stopped_project_that_is_paid_on(self):
        account = forged(PAYABLE={**figures.PAYABLE, 3: ("132000.00", "105600.00", "0.00")})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_an_evaluation_that_was_left_out(self):
        del self.account["evaluations"][4]
        self.refuses(self.account, "evaluations")

    def test_refuses_a_score_on_too_few_answers(self):
        self.account["evaluations"][1]["answers"].pop()
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_factor_that_was_ignored(self):
        account = forged(PAYABLE={**figures.PAYABLE, 2: figures.SPLITS[2]})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_half_a_fen_rounded_down(self):
        account = forged(PAYABLE={**figures.PAYABLE, 6: (*figures.SPLITS[6][:2], "2500.00")})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_a_tranche_voided_though_it_is_payable(self):
        account = forged(PAYABLE={**figures.PAYABLE, 1: (*figures.SPLITS[1][:2], "0.00")})
        self.refuses_only(account, "tranches")

    def test_refuses_a_payment_doubled(self):
        double = {
            **self.account["payments"][1],
            "paymentId": uid(999),
            "voucherNumber": "GK2020-07-999999",
        }
        self.account["payments"].append(double)
        self.refuses_only(self.account, "payments")

    def test_refuses_a_payment_left_out(self):
        self.account["payments"].pop()
        self.refuses_only(self.account, "payments")

    def test_refuses_a_fen_more_paid_than_payable(self):
        self.account["payments"][1]["amount"] = "140000.01"
        self.refuses_only(self.account, "payments")

    def test_refuses_a_maker_who_is_the_checker(self):
        self.account["payments"][3]["checkerId"] = self.account["payments"][3]["makerId"]
        self.refuses_only(self.account, "payments")

    def test_refuses_a_payment_that_nobody_released(self):
        self.account["payments"][3]["checkerId"] = None
        self.refuses_only(self.account, "payments")

    def test_refuses_a_voucher_used_twice(self):
        self.account["payments"][3]["voucherNumber"] = self.account["payments"][4]["voucherNumber"]
        self.refuses_only(self.account, "payments")

    def test_refuses_a_payment_on_a_day_that_does_not_exist(self):
        self.account["payments"][3]["paidOn"] = "2020-06-31"
        self.refuses_only(self.account, "payments")


class TestWaysBack(Case):
    """Money that was paid and comes back, and money that goes on into the next year."""

    def setUp(self):
        self.account = sample_account()
        self.ledger = self.account["ledger"]
        self.paid = next(
            row
            for row in self.ledger["accounts"]
            if row["kind"] == "paid" and row["awardId"] == uid(501)
        )

    def account_of(self, kind, number):
        row = {**self.paid, "id": uid(number), "kind": kind, "balance": "0.00"}
        self.ledger["accounts"].append(row)
        return row

    def move(self, act, debit, credit, amount):
        for row, signed in ((debit, -1), (credit, 1)):
            row["balance"] = yuan(fen(row["balance"]) + signed * fen(amount))
        sides = {"debitAccountId": debit["id"], "creditAccountId": credit["id"]}
        at = "2020-11-02T10:00:00.000+08:00"
        self.ledger["transfers"].append({"act": act, **sides, "amount": amount, "at": at})

    def ask_back(self, asked, back):
        receivable, returned = self.account_of("receivable", 3001), self.account_of("returned", 3002)
        self.move("claimBack", self.paid, receivable, asked)
        self.move("giveBack", receivable, returned, back)
        self.recovery = {
            "recoveryId": uid(3000),
            "awardId": uid(501),
            "state": "asked",
            "amount": asked,
            "returned": back,
            "proposedBy": uid(3003),
            "decidedBy": uid(3004),
            "repayments": [{"amount": back, "state": "confirmed"}],
        }
        self.account["recoveries"] = [self.recovery]

    def test_takes_a_recovery_that_has_come_back_in_part(self):
        self.ask_back("10000.01", "5000.00")
        self.refuses_only(self.account)

    def test_refuses_a_fen_asked_back_that_nobody_decided(self):
        self.ask_back("10000.01", "5000.00")
        self.recovery["amount"] = "10000.00"
        self.refuses_only(self.account, "ledger")

    def test_refuses_a_repayment_that_nobody_confirmed(self):
        self.ask_back("10000.01", "5000.00")
        self.recovery["repayments"][0]["state"] = "entered"
        self.refuses_only(self.account, "ledger")

    def test_refuses_a_recovery_decided_by_one_person(self):
        self.ask_back("10000.01", "5000.00")
        self.recovery["decidedBy"] = self.recovery["proposedBy"]
        self.refuses_only(self.account, "ledger")

    def test_refuses_money_asked_back_without_a_recovery(self):
        self.ask_back("10000.01", "5000.00")
        del self.account["recoveries"]
        self.refuses_only(self.account, "ledger")

    def test_takes_a_payment_that_came_back_and_was_paid_again(self):
        due = next(
            row
            for row in self.ledger["accounts"]
            if row["kind"] == "due" and row["awardId"] == uid(501)
        )
        payment = self.account["payments"][1]
        self.move("unpay", self.paid, due, payment["amount"])
        self.move("pay", due, self.paid, payment["amount"])
        back = {**payment, "paymentId": uid(3005), "voucherNumber": "GK-1", "state": "returned"}
        self.account["payments"].append(back)
        self.refuses_only(self.account)

    def test_refuses_money_that_jumps_over_a_year(self):
        committed = next(row for row in self.ledger["accounts"] if row["kind"] == "committed")
        later = {**committed, "id": uid(3006), "balance": "0.00"}
        self.ledger["accounts"].append(later)
        committed["year"], later["year"] = 2020, 2021
        reserve = next(
            t for t in self.ledger["transfers"] if t["creditAccountId"] == committed["id"]
        )
        for debit, credit in ((committed, later), (later, committed)):
            sides = {"debitAccountId": debit["id"], "creditAccountId": credit["id"]}
            carry = {"act": "carryCommitted", **sides, "amount": "0.01", "at": reserve["at"]}
            self.ledger["transfers"].append(carry)
        self.refuses_only(self.account, "ledger")


class TestLedger(Case):
    def setUp(self):
        self.account = sample_account()
        self.accounts = self.account["ledger"]["accounts"]
        self.transfers = self.account["ledger"]["transfers"]

    def test_refuses_a_balance_off_by_one_fen(self):
        self.accounts[0]["balance"] = yuan(fen(self.accounts[0]["balance"]) + 1)
        self.refuses_only(self.account, "ledger")

    def test_refuses_a_fen_moved_in_both_a_transfer_and_its_balances(self):
        pay = next(t for t in self.transfers if t["act"] == "pay")
        pay["amount"] = yuan(fen(pay["amount"]) - 1)
        for row in self.accounts:
            signed = {pay["debitAccountId"]: 1, pay["creditAccountId"]: -1}.get(row["id"], 0)
            row["balance"] = yuan(fen(row["balance"]) + signed)
        self.refuses_only(self.account, "ledger")

    def test_refuses_a_transfer_left_out(self):
        self.transfers.pop()
        self.refuses_only(self.account, "ledger")

    def test_refuses_money_spent_before_it_was_there(self):
        pay = next(t for t in self.transfers if t["act"] == "pay")
        pay["at"] = "2020-05-01T10:00:00.000+08:00"
        self.refuses_only(self.account, "ledger")

    def test_refuses_a_way_that_money_does_not_go(self):
        next(t for t in self.transfers if t["act"] == "pay")["act"] = "commit"
        self.refuses_only(self.account, "ledger")

    def test_refuses_money_moved_from_one_award_to_another(self):
        pays = [t for t in self.transfers if t["act"] == "pay"]
        pays[0]["creditAccountId"] = pays[1]["creditAccountId"]
        self.refuses_only(self.account, "ledger")

    def test_refuses_another_amount_for_the_round(self):
        self.transfers[0]["amount"] = "1000000.01"
        available = next(row for row in self.accounts if row["kind"] == "available")
        available["balance"] = yuan(fen(available["balance"]) + 1)
        self.refuses_only(self.account, "awards", "ledger")


if __name__ == "__main__":
    unittest.main()
