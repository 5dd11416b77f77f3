"""Several panels of one lot: yes to the sample, no to every changed copy of it."""

import json
import unittest

from cases import Case
from recompute import recompute
from sample_figures import uid
from sample_panels import sample_of_panels


class TestPanels(Case):
    def setUp(self):
        self.account = sample_of_panels()
        self.elderly, self.others = self.account["panels"]

    def says(self, account, part, words):
        found = {name.split()[1]: faults for name, _, faults in recompute(account)}
        self.assertTrue(any(words in fault for fault in found[part]), found[part])

    def test_agrees_with_what_two_panels_came_to(self):
        self.assertEqual([faults for _, _, faults in recompute(self.account) if faults], [])

    def test_refuses_rules_with_a_category_in_no_panel_or_in_two(self):
        self.account["rules"]["ruleSet"]["panels"][1]["categories"].pop(0)
        self.refuses_only(self.account, "rules")
        self.account["rules"]["ruleSet"]["panels"][1]["categories"].append("elderly")
        self.refuses(self.account, "rules")

    def test_refuses_a_panel_that_is_missing(self):
        self.account["panels"].pop()
        self.refuses(self.account, "draw")
        self.says(self.account, "draw", "panels: claims")

    def test_refuses_a_panel_whose_pool_was_frozen_alone(self):
        held = self.others["draw"]["draws"][0]
        document = json.loads(held["frozen"])
        document["panel"] = document.pop("panels")[1]
        held["frozen"] = json.dumps(document, sort_keys=True, separators=(",", ":"))
        self.refuses_only(self.account, "draw")
        self.says(self.account, "draw", "heading")
        self.says(self.account, "draw", "first draws of panels drawn together")

    def test_refuses_an_expert_who_was_called_to_both(self):
        row = self.elderly["draw"]["opened"][0]
        call = self.elderly["draw"]["calls"][0]
        twin = next(
            one
            for one in self.others["draw"]["calledElsewhere"]
            if one["expertId"] == row["expertId"]
        )
        proof, order = self.others["draw"], self.others["draw"]["draws"][0]["orders"]
        last = proof["calls"][-1]
        place = order[twin["seatCode"]].index(twin["leaf"]) + 1
        proof["opened"][-1] = {k: twin[k] for k in ("leaf", "salt", "expertId")}
        last.update(leaf=twin["leaf"], seatCode=twin["seatCode"], place=place)
        self.others["seats"][-1]["expertId"] = row["expertId"]
        self.assertNotEqual(call["leaf"], twin["leaf"])
        self.refuses(self.account, "draw")
        self.says(self.account, "draw", "was called twice")

    def test_refuses_somebody_passed_over_whom_the_other_panel_had_not_called(self):
        proof = self.others["draw"]
        proof["calledElsewhere"] = []
        before = recompute(self.account)
        # Those whom the first panel got stand before the second one's in an order; without a word about them it is out of turn.
        self.assertTrue(any(faults for name, _, faults in before if "draw" in name))

    def test_refuses_a_call_elsewhere_that_the_other_panel_did_not_make(self):
        row = self.others["draw"]["calledElsewhere"][0]
        row["calledAt"] = "2020-04-11T09:30:00.000+08:00"
        self.refuses_only(self.account, "draw")
        self.says(self.account, "draw", "called elsewhere: claims")

    def test_refuses_a_replacement_that_is_not_the_next_of_the_draw(self):
        calls = self.others["draw"]["calls"]
        order = self.others["draw"]["draws"][0]["orders"]["others/field"]
        called = {call["leaf"] for call in calls}
        elsewhere = {row["leaf"] for row in self.others["draw"]["calledElsewhere"]}
        later = [leaf for leaf in order if leaf not in called | elsewhere]
        self.assertGreater(len(later), 0)
        self.others["draw"]["opened"][-1]["leaf"] = later[-1]
        calls[-1].update(leaf=later[-1], place=order.index(later[-1]) + 1)
        self.refuses(self.account, "draw")
        self.says(self.account, "draw", "out of turn")

    def test_refuses_an_expert_replaced_without_a_cause(self):
        self.elderly["draw"]["calls"][0]["cause"] = self.elderly["seats"][0]["cause"] = None
        self.refuses_only(self.account, "draw")

    def test_refuses_a_sheet_by_a_member_of_the_other_panel(self):
        sheet = next(s for s in self.account["sheets"] if s["bidId"] == uid(201))
        seat = next(s for s in self.others["seats"] if s["state"] == "accepted")
        sheet["seatId"] = seat["seatId"]
        self.refuses(self.account, "sheets")
        self.says(self.account, "sheets", "which another panel reviews")

    def test_keeps_the_sheet_of_a_replaced_member_and_does_not_count_it(self):
        left = self.elderly["seats"][0]
        self.assertEqual(left["state"], "recused")
        sheet = next(s for s in self.account["sheets"] if s["bidId"] == uid(201))
        zeros = dict.fromkeys(sheet["scores"], "0")
        self.account["sheets"].append(
            {**sheet, "seatId": left["seatId"], "scores": zeros}
        )
        self.refuses_only(self.account)

    def test_refuses_panels_ranked_apart(self):
        for n, rank in ((1, 1), (3, 2), (5, 3), (2, 1), (4, 2)):
            self.account["ranking"][n - 1]["rank"] = rank
        self.refuses_only(self.account, "ranking")


if __name__ == "__main__":
    unittest.main()
