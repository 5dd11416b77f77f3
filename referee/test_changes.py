"""Says yes to the sample account, and no to every changed copy of it, naming the part.

    python3 -m unittest discover referee

A copy is changed in one of two ways: a single entry, which the entries around it contradict; or as a forger would, who carries
the change through to the last line of the ledger, so that only the rules and the facts tell.
"""

import hashlib
import json
import re
import sys
import unittest
from fractions import Fraction
from unittest import mock

sys.dont_write_bytecode = True

import sample_account as sample  # noqa: E402
from draw import draw_orders, fill_seats, leaf_of  # noqa: E402
from exact import fen, half_up_text, instant, number, split_by_shares, yuan  # noqa: E402
from recompute import read_account, recompute  # noqa: E402


def parts_that_differ(account):
    """The English names of the parts with a fault."""
    return {name.split()[1] for name, _, faults in recompute(account) if faults}


def forged(**tables):
    """An account built throughout on other figures than those worked out by hand."""
    patches = [mock.patch.object(sample, name, value) for name, value in tables.items()]
    for patch in patches:
        patch.start()
    try:
        return sample.sample_account()
    finally:
        for patch in patches:
            patch.stop()


class Case(unittest.TestCase):
    def refuses(self, account, *parts):
        """Every part named differs; others may differ in consequence."""
        found = parts_that_differ(account)
        self.assertLessEqual(set(parts), found)

    def refuses_only(self, account, *parts):
        """Exactly these parts differ."""
        self.assertEqual(parts_that_differ(account), set(parts))


class TestSample(Case):
    def test_agrees_with_what_was_worked_out_by_hand(self):
        self.assertEqual(
            [faults for _, _, faults in recompute(sample.sample_account()) if faults], []
        )

    def test_agrees_before_anything_is_awarded(self):
        account = sample.sample_account()
        for award, state in zip(
            account["awards"], ["proposed", "proposed", "reserve", "proposed", "proposed"]
        ):
            award["state"] = state
        account["awards"].pop()
        for bid in account["bids"][:6]:
            bid["state"] = "qualified"
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
        account = sample.sample_account()
        account["ledger"]["transfers"].reverse()
        self.refuses_only(account)


class TestOpening(Case):
    def setUp(self):
        self.account = sample.sample_account()

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
        self.account["needs"][1]["mergedInto"] = sample.uid(999)
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
            self.account["bids"][n]["partyId"] = sample.uid(302)
            self.account["awards"][n]["partyId"] = sample.uid(302)
        self.refuses_only(self.account, "bids")

    def test_refuses_rules_whose_shares_do_not_total_one(self):
        self.account["rules"]["ruleSet"]["tranches"][0]["share"] = "0.6"
        self.refuses(self.account, "rules", "contracts")

    def test_refuses_a_kind_of_rule_that_it_does_not_know(self):
        self.account["rules"]["ruleSet"]["scoring"]["aggregation"]["variant"] = "trimmed-mean"
        self.refuses(self.account, "rules", "ranking")


class TestDraw(Case):
    def setUp(self):
        self.account = sample.sample_account()
        self.proof = self.account["draw"]
        self.held = self.proof["draws"][0]

    def test_refuses_a_bit_of_the_seed_flipped(self):
        self.held["seed"] = f"{int(self.held['seed'], 16) ^ 1:064x}"
        self.refuses_only(self.account, "draw")

    def test_refuses_a_bit_of_the_entropy_flipped(self):
        self.held["entropy"] = f"{int(self.held['entropy'], 16) ^ 1:064x}"
        self.refuses_only(self.account, "draw")

    def test_refuses_a_pool_from_which_somebody_was_taken(self):
        document = json.loads(self.held["frozen"])
        del document["pool"][0]
        self.held["frozen"] = json.dumps(document, sort_keys=True, separators=(",", ":"))
        self.refuses_only(self.account, "draw")

    def test_refuses_such_a_pool_with_its_digest_and_seed_made_new(self):
        document = json.loads(self.held["frozen"])
        document["pool"] = document["pool"][1:]
        self.held["frozen"] = json.dumps(document, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(self.held["frozen"].encode()).hexdigest()
        seed, orders = draw_orders(document, digest, self.held["entropy"])
        self.held.update(poolDigest=digest, seed=seed, orders=orders)
        self.refuses(self.account, "draw")

    def test_refuses_two_places_of_an_order_swapped(self):
        order = self.held["orders"]["field"]
        order[-1], order[-2] = order[-2], order[-1]
        self.refuses_only(self.account, "draw")

    def test_refuses_a_seat_given_to_another_of_the_pool(self):
        seated = {row["expertId"] for row in self.proof["opened"]}
        other = next(n for n in sample.EXPERTS["finance"] if sample.uid(n) not in seated)
        salt = hashlib.sha256(f"finance {other}".encode()).hexdigest()
        leaf = leaf_of(salt, sample.uid(other), "finance")
        call = next(call for call in self.proof["calls"] if call["seatCode"] == "finance")
        row = next(row for row in self.proof["opened"] if row["leaf"] == call["leaf"])
        row.update(leaf=leaf, salt=salt, expertId=sample.uid(other))
        call.update(leaf=leaf, place=self.held["orders"]["finance"].index(leaf) + 1)
        seat = next(seat for seat in self.account["seats"] if seat["seatCode"] == "finance")
        seat["expertId"] = sample.uid(other)
        self.refuses_only(self.account, "draw")

    def test_refuses_somebody_who_steps_in_out_of_turn(self):
        seated = {row["expertId"] for row in self.proof["opened"]}
        other = next(n for n in sample.EXPERTS["field"] if sample.uid(n) not in seated)
        salt = hashlib.sha256(f"field {other}".encode()).hexdigest()
        leaf = leaf_of(salt, sample.uid(other), "field")
        call = self.proof["calls"][5]
        row = next(row for row in self.proof["opened"] if row["leaf"] == call["leaf"])
        row.update(leaf=leaf, salt=salt, expertId=sample.uid(other))
        call.update(leaf=leaf, place=self.held["orders"]["field"].index(leaf) + 1)
        self.account["seats"][5]["expertId"] = sample.uid(other)
        self.refuses_only(self.account, "draw")

    def test_refuses_two_experts_who_changed_seats(self):
        finance, resident = self.account["seats"][2], self.account["seats"][3]
        finance["expertId"], resident["expertId"] = resident["expertId"], finance["expertId"]
        self.refuses_only(self.account, "seats")

    def test_refuses_somebody_who_left_without_a_cause(self):
        self.proof["calls"][0]["cause"] = self.account["seats"][0]["cause"] = None
        self.refuses_only(self.account, "draw")

    def test_refuses_a_salt_that_opens_to_somebody_else(self):
        self.proof["opened"][0]["expertId"] = sample.uid(19)
        self.refuses(self.account, "draw", "seats")

    def test_refuses_what_is_not_opened(self):
        self.proof["opened"] = None
        self.refuses(self.account, "draw", "seats")

    def test_draws_what_the_service_draws(self):
        """The pool, seed and orders that the specs of the service have as well."""
        members = {}
        for n in range(1, 6):
            for code, salt in (("field", n), ("open", n + 10)):
                if code == "open" or n < 4:
                    digest = hashlib.sha256(f"salt {salt}".encode()).hexdigest()
                    expert = f"01900000-0000-7000-8000-00000000001{n}"
                    members.setdefault(n, {})[code] = leaf_of(digest, expert, code)
        document = {
            "algorithm": "gy-draw-1",
            "panel": "01900000-0000-7000-8000-000000000001",
            "draw": 1,
            "seats": [{"code": "field", "count": 2}, {"code": "open", "count": 1}],
            "pool": sorted(members.values(), key=lambda member: min(member.values())),
        }
        text = json.dumps(document, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.assertEqual(digest, "3b271c78a9c8cfd61136e27349231c0bd88d853e50c164b7638c580d014e76f8")
        seed, orders = draw_orders(document, digest, hashlib.sha256(b"seed 0").hexdigest())
        self.assertEqual(seed, "3968acafb1d4fe56b3e21b043e310950860787694bcc6e23392578246a20d321")
        first = {code: [leaf[:8] for leaf in order] for code, order in orders.items()}
        self.assertEqual(first["field"], ["a624525c", "f45978b3", "009e3538"])
        self.assertEqual(
            first["open"], ["6179d537", "97ae0930", "693691db", "1c63dd40", "48d44025"]
        )

    def test_passes_over_whoever_is_the_only_one_for_another_seat(self):
        seats = [{"code": "a", "count": 1}, {"code": "b", "count": 1}]
        member_of = {"x-a": "x", "y-a": "y", "x-b": "x", "z-b": "z"}
        only_x = {"a": ["x-a", "y-a"], "b": ["x-b"]}
        self.assertEqual(fill_seats(seats, only_x, member_of), [("a", "y-a"), ("b", "x-b")])
        also_z = {"a": ["x-a", "y-a"], "b": ["x-b", "z-b"]}
        self.assertEqual(fill_seats(seats, also_z, member_of), [("a", "x-a"), ("b", "z-b")])


class TestRanking(Case):
    def setUp(self):
        self.account = sample.sample_account()

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


class TestAwards(Case):
    def test_refuses_one_fen_more_for_an_award(self):
        account = sample.sample_account()
        account["awards"][0]["amount"] = "280000.01"
        self.refuses_only(account, "awards")

    def test_refuses_one_fen_more_carried_through_to_the_ledger(self):
        awards = [(1, 1, "competition", "280000.01", "contracted"), *sample.AWARDS[1:]]
        more = ("140000.01", "112000.00", "28000.00")
        account = forged(
            AWARDS=awards, SPLITS={**sample.SPLITS, 1: more}, PAYABLE={**sample.PAYABLE, 1: more}
        )
        self.refuses(account, "awards", "contracts", "tranches", "payments", "ledger")

    def test_refuses_a_bid_under_the_pass_mark_that_is_funded(self):
        """It takes the place and the amount of the directed commission, so every sum stays right."""
        title, party, received, budget, *_, totals = sample.BIDS[5]
        bid = (title, party, received, budget, "119999.85", "50000.15", "funded", totals)
        account = forged(
            BIDS=[*sample.BIDS[:5], bid, sample.BIDS[6]],
            AWARDS=[*sample.AWARDS[:5], (6, 6, "competition", "50000.15", "contracted")],
        )
        self.refuses(account, "awards", "contracts", "tranches", "payments", "ledger")

    def test_refuses_a_bid_that_did_not_fit_and_was_not_skipped(self):
        self.refuses_only(forged(RESERVED=(1, 2, 4, 3), PROMOTED=5), "awards", "ledger")

    def test_refuses_a_bid_that_was_passed_over_though_it_fits(self):
        account = sample.sample_account()
        account["awards"][4]["state"], account["bids"][4]["state"] = "notConfirmed", "notFunded"
        account["ledger"]["transfers"] = [
            t
            for t in account["ledger"]["transfers"]
            if t["amount"] not in ("138000.00", "69000.00", "55200.00", "13800.00")
        ]
        self.refuses(account, "awards")

    def test_refuses_a_reserve_that_is_not_called_when_one_falls_away(self):
        account = sample.sample_account()
        account["awards"][2]["state"], account["bids"][2]["state"] = "reserve", "reserve"
        of_award = {
            row["id"] for row in account["ledger"]["accounts"] if row["awardId"] == sample.uid(503)
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
        awards = [*sample.AWARDS[:5], (None, 8, "directed-commission", "150000.15", "contracted")]
        split = ("75000.08", "60000.06", "15000.01")
        account = forged(
            AWARDS=awards,
            SPLITS={**sample.SPLITS, 6: split},
            PAYABLE={**sample.PAYABLE, 6: (*split[:2], "7500.01")},
        )
        self.refuses(account, "awards", "ledger")

    def test_refuses_an_award_that_is_kept_back(self):
        account = sample.sample_account()
        del account["awards"][4]
        self.refuses(account, "awards")

    def test_refuses_a_bid_called_funded_whose_award_was_declined(self):
        account = sample.sample_account()
        account["bids"][3]["state"] = "funded"
        self.refuses_only(account, "awards")

    def test_refuses_a_share_moved_between_tranches(self):
        moved = ("150000.00", "102000.00", "28000.00")
        account = forged(SPLITS={**sample.SPLITS, 1: moved}, PAYABLE={**sample.PAYABLE, 1: moved})
        # In the end the same sum is paid, so the ledger has nothing against it.
        self.refuses_only(account, "contracts", "tranches", "payments")

    def test_refuses_the_last_fen_on_the_wrong_tranche(self):
        moved = ("100000.00", "79999.99", "20000.00")
        account = forged(
            SPLITS={**sample.SPLITS, 2: moved},
            PAYABLE={**sample.PAYABLE, 2: (*moved[:2], "10000.00")},
        )
        self.refuses(account, "contracts", "tranches")


class TestMoney(Case):
    def setUp(self):
        self.account = sample.sample_account()

    def test_refuses_a_grade_one_up(self):
        self.account["evaluations"][3]["grade"] = "good"
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_grade_on_the_rounded_score_carried_through(self):
        midterm, _ = sample.EVALUATIONS[2]
        account = forged(
            EVALUATIONS={
                **sample.EVALUATIONS,
                2: (midterm, ("79.99 80 80 80.03", "80.00", "good")),
            },
            PAYABLE={**sample.PAYABLE, 2: sample.SPLITS[2]},
        )
        self.refuses_only(account, "evaluations", "tranches", "payments", "ledger")

    def test_refuses_an_indicator_score_changed(self):
        self.account["evaluations"][0]["scores"]["progress"] = "91"
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_missing_evaluation_that_passed(self):
        self.account["evaluations"][7]["grade"] = "pass"
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_missing_evaluation_that_is_paid(self):
        account = forged(PAYABLE={**sample.PAYABLE, 5: sample.SPLITS[5]})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_a_stopped_project_that_is_paid_on(self):
        account = forged(PAYABLE={**sample.PAYABLE, 3: ("132000.00", "105600.00", "0.00")})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_an_evaluation_that_was_left_out(self):
        del self.account["evaluations"][4]
        self.refuses(self.account, "evaluations")

    def test_refuses_a_score_on_too_few_answers(self):
        self.account["evaluations"][1]["answers"].pop()
        self.refuses_only(self.account, "evaluations")

    def test_refuses_a_factor_that_was_ignored(self):
        account = forged(PAYABLE={**sample.PAYABLE, 2: sample.SPLITS[2]})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_half_a_fen_rounded_down(self):
        account = forged(PAYABLE={**sample.PAYABLE, 6: (*sample.SPLITS[6][:2], "2500.00")})
        self.refuses_only(account, "tranches", "payments", "ledger")

    def test_refuses_a_tranche_voided_though_it_is_payable(self):
        account = forged(PAYABLE={**sample.PAYABLE, 1: (*sample.SPLITS[1][:2], "0.00")})
        self.refuses_only(account, "tranches")

    def test_refuses_a_payment_doubled(self):
        double = {
            **self.account["payments"][1],
            "paymentId": sample.uid(999),
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


class TestLedger(Case):
    def setUp(self):
        self.account = sample.sample_account()
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
        self.refuses_only(self.account, "awards")


class TestReading(Case):
    def test_refuses_an_account_without_a_part(self):
        for part in sorted(set(sample.sample_account()) - {"schema"}):
            account = sample.sample_account()
            del account[part]
            with self.subTest(part=part):
                self.assertTrue(parts_that_differ(account))

    def test_notices_a_change_of_every_kind_of_entry(self):
        """What may change without consequence is named in FREE, with the reason; everything else is held by something."""
        account, noticed = sample.sample_account(), {}
        for holder, key, path in _entries(account, ""):
            if noticed.get(path) or path in FREE or path.startswith(".rules") or path == ".schema":
                continue
            before, holder[key] = holder[key], _changed(holder[key])
            noticed[path] = bool(parts_that_differ(account))
            holder[key] = before
        self.assertEqual([path for path, was in noticed.items() if not was], [])
        self.assertGreater(len(noticed), 100)

    def test_reads_no_binary_fraction_and_no_key_twice(self):
        self.assertEqual(read_account('{"a": 1, "b": "0.5"}'), {"a": 1, "b": "0.5"})
        for text in ('{"a": 0.5}', '{"a": NaN}', '{"a": 1, "a": 1}'):
            with self.assertRaises(ValueError):
                read_account(text)

    def test_reckons_exactly(self):
        self.assertEqual(half_up_text(Fraction(1067, 15), 2), "71.13")
        self.assertEqual(half_up_text(number("59.995"), 2), "60.00")
        self.assertEqual(half_up_text(number("59.9949"), 2), "59.99")
        thirds = split_by_shares(100, [Fraction(1, 3)] * 3)
        self.assertEqual(thirds, [34, 33, 33])
        self.assertLess(instant("2020-04-10T23:59:59.999+08:00"), instant("2020-04-10T16:00:00Z"))
        for text in ("1.5", "-1.00", "01.00", "1.000", "1,000.00", "١.00"):
            with self.assertRaises(ValueError):
                fen(text)


FREE = {
    # Words, and ids that nothing else refers to.
    ".needs[].title",
    ".bids[].title",
    ".contracts[].contractId",
    # Any organization may be commissioned.
    ".awards[].partyId",
    # An answer more or less satisfied has no part in the score.
    ".evaluations[].answers[]",
    # Anybody may enter a payment and anybody release it, as long as they are two; nothing says on which day it has to be.
    ".payments[].makerId",
    ".payments[].checkerId",
    ".payments[].paidOn",
    # The withdrawn bid has neither; those of the others are objects, which are gone through one by one.
    ".bids[].budgetLines",
    ".bids[].checks",
}


def _entries(value, path):
    """(holder, key, path) of every plain value, the path without the places in lists."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        inner_path = f"{path}.{key}" if isinstance(value, dict) else f"{path}[]"
        if isinstance(inner, (dict, list)):
            yield from _entries(inner, inner_path)
        else:
            yield value, key, inner_path


def _changed(value):
    """Another value of the same form."""
    if value is None or isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
        return (
            yuan(fen(value) + 1)
            if re.fullmatch(r"[0-9]+\.[0-9]{2}", value)
            else f"{int(value[:2]) - 1}"
        )
    if value.startswith("2020-"):
        return value.replace("2020-", "2021-")
    return f"{value[:-1]}{'0' if value[-1] != '0' else '1'}"


if __name__ == "__main__":
    unittest.main()
