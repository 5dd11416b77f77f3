"""Awards by quotas of categories: yes to what the rules give, no to every other award; and who is called, case by case."""

import unittest

from cases import Case, parts_that_differ
from places import Places
from recompute import recompute
from sample_account import sample_account

OF_BID = {1: "elderly", 2: "youth", 4: "youth", 3: "youth", 5: "elderly"}


def by_quotas(unfilled="stays", of_bid=OF_BID, **bounds):
    """The sample by quotas under which the same awards come about.

    By rank: 1 elderly, 2 youth, 4 youth, 3 youth, 5 elderly. With two places each, 3 finds the youth's taken; when 4 declines it
    comes up in its place.
    """
    account = sample_account()
    rules = account["rules"]["ruleSet"]
    rules["award"] = {
        "variant": "rank-within-quotas",
        "whenItDoesNotFit": "skip",
        "unfilledQuota": {"variant": unfilled},
    }
    bounds = {"elderly": {"quota": 2}, "youth": {"quota": 2}, **bounds}
    for category in rules["categories"]:
        category.update(bounds.get(category["code"], {}))
    for number, category in of_bid.items():
        account["bids"][number - 1]["category"] = category
    return account


class TestQuotas(Case):
    def says(self, account, part, words):
        found = {name.split()[1]: faults for name, _, faults in recompute(account)}
        self.assertTrue(any(words in fault for fault in found[part]), found[part])

    def test_agrees_with_awards_by_quotas(self):
        for unfilled in ("stays", "next-best"):
            with self.subTest(unfilled=unfilled):
                self.refuses_only(by_quotas(unfilled))

    def test_refuses_an_award_above_the_quota(self):
        account = by_quotas(elderly={"quota": 1})
        self.refuses_only(account, "awards")
        self.says(account, "awards", "against the order or the budget: bid 5 看见声音")

    def test_agrees_with_a_place_that_another_category_left(self):
        bounds = {"elderly": {"quota": 1}, "relief": {"quota": 1}}
        self.refuses_only(by_quotas("next-best", **bounds))
        self.refuses_only(by_quotas("stays", **bounds), "awards")

    def test_refuses_a_place_that_was_there_and_not_given(self):
        account = by_quotas()
        account["awards"][4]["state"], account["bids"][4]["state"] = "notConfirmed", "notFunded"
        of_award = ("138000.00", "69000.00", "55200.00", "13800.00")
        transfers = account["ledger"]["transfers"]
        account["ledger"]["transfers"] = [t for t in transfers if t["amount"] not in of_award]
        self.says(account, "awards", "passed over, though it fits: bid 5 看见声音")

    def test_agrees_that_money_calls_a_category_with_a_place_left(self):
        """The youth has a place and not the money for 3, until 4 of another category declines."""
        self.refuses_only(by_quotas(of_bid={**OF_BID, 4: "relief"}, relief={"quota": 1}))

    def test_refuses_one_of_another_category_in_the_place_of_who_declined(self):
        other = {**OF_BID, 3: "elderly"}
        self.refuses_only(by_quotas(of_bid=other), "awards")
        self.refuses_only(by_quotas("next-best", of_bid=other))

    def test_refuses_more_for_a_category_than_its_budget(self):
        within = {"quota": 2, "budget": "418000.00"}
        self.refuses_only(by_quotas(elderly=within))
        self.refuses_only(by_quotas(elderly={**within, "budget": "417999.99"}), "awards")

    def test_refuses_more_for_a_bid_than_the_cap_of_its_category(self):
        self.refuses_only(by_quotas(elderly={"quota": 2, "cap": "280000.00"}))
        beyond = by_quotas(elderly={"quota": 2, "cap": "279999.99"})
        self.assertIn("bids", parts_that_differ(beyond))
        self.says(beyond, "bids", "amount-within-rule: claims pass")

    def test_refuses_another_category_of_a_bid(self):
        self.refuses(by_quotas(of_bid={**OF_BID, 5: "youth"}), "awards")

    def test_refuses_rules_that_cannot_be_kept(self):
        for words, account in (
            ("more than the pots", by_quotas(elderly={"budget": "1000000.01"})),
            ("quotas", by_quotas(elderly={"quota": 0})),
            ("the cap of youth", by_quotas(youth={"quota": 2, "cap": "500000.01"})),
            ("is not known", by_quotas("lottery")),
        ):
            with self.subTest(words=words):
                self.says(account, "rules", words)

    def test_refuses_quotas_that_the_award_does_not_look_at(self):
        account = sample_account()
        account["rules"]["ruleSet"]["categories"][0]["quota"] = 1
        self.says(account, "rules", "does not look at: ['elderly']")


class TestCalled(unittest.TestCase):
    """Bids are named by their category and asked sum: e1 asks for 1 of the elderly's."""

    def called(
        self,
        waiting,
        held="",
        available=100,
        vacant=None,
        unfilled="stays",
        variant="rank-within-quotas",
        **bounds,
    ):
        names, taken = waiting.split(), held.split()
        rules = {
            "award": {"variant": variant, "unfilledQuota": {"variant": unfilled}},
            "categories": [{"code": code, **bound} for code, bound in bounds.items()],
        }
        everybody = [*names, *taken]
        places = Places(
            rules, {a: a[0] for a in everybody}, {a: int(a[1:].split(".")[0]) for a in everybody}
        )
        return " ".join(places.called(names, taken, available, vacant))

    def test_calls_by_rank_within_the_quota(self):
        self.assertEqual(self.called("e1.1 e1.2 e1.3 y1", e={"quota": 2}), "e1.1 e1.2 y1")

    def test_skips_what_does_not_fit(self):
        self.assertEqual(self.called("e9 e5 e1", available=10, e={"quota": 2}), "e9 e1")

    def test_calls_the_vacant_category_first(self):
        two = {"e": {"quota": 1}, "y": {"quota": 1}}
        self.assertEqual(self.called("e1 y1", available=1, vacant="y", **two), "y1")
        self.assertEqual(self.called("e1 y1", available=1, **two), "e1")

    def test_calls_by_rank_alone_where_there_are_no_quotas(self):
        ranked = {"available": 1, "vacant": "y", "variant": "rank-within-budget"}
        self.assertEqual(self.called("e1 y1", **ranked), "e1")

    def test_lends_places_after_everybody_had_their_own(self):
        two = {"e": {"quota": 1}, "y": {"quota": 2}, "unfilled": "next-best"}
        self.assertEqual(self.called("e1.1 e1.2 e1.3 y1", **two), "e1.1 y1 e1.2")
        self.assertEqual(self.called("e1.1 e1.2", **{**two, "unfilled": "stays"}), "e1.1")

    def test_gives_no_place_twice(self):
        two = {"e": {"quota": 1}, "y": {"quota": 1}, "unfilled": "next-best"}
        self.assertEqual(self.called("y1 e1.3", held="e1.1", vacant="e", **two), "e1.3")

    def test_counts_what_is_held_against_the_budget(self):
        self.assertEqual(self.called("e4 e3", held="e7", e={"budget": "0.10"}), "e3")


if __name__ == "__main__":
    unittest.main()
