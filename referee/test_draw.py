"""The draw and the seats: no to every changed copy, and the same orders as the service."""

import hashlib
import json
import unittest

import sample_figures as figures
from calls import fill_seats
from cases import Case
from draw import draw_orders, leaf_of
from sample_account import sample_account
from sample_figures import uid


def draw_again(account, at):
    """All three of the funder's are used up, the pool gets two more, and a second draw is held for the seat."""
    proof, members, salts = account["draw"], [], {}
    for n in (16, 17):
        salt = hashlib.sha256(f"again {n}".encode()).hexdigest()
        leaf = leaf_of(salt, uid(n), "funder")
        members.append({"funder": leaf})
        salts[leaf] = {"leaf": leaf, "salt": salt, "expertId": uid(n)}
    document = {
        "algorithm": "gy-draw-1",
        "panel": proof["panelId"],
        "draw": 2,
        "seats": [{"code": "funder", "count": 1}],
        "pool": sorted(members, key=lambda member: member["funder"]),
    }
    frozen = json.dumps(document, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(frozen.encode()).hexdigest()
    seed, orders = draw_orders(document, digest, digest)
    held = {"no": 2, "frozen": frozen, "poolDigest": digest, "entropy": digest, "seed": seed}
    proof["draws"].append({**held, "orders": orders, "frozenAt": at, "drawnAt": at})
    leaf = orders["funder"][0]
    row = {"draw": 2, "seatCode": "funder", "leaf": leaf, "place": 1, "state": "accepted"}
    proof["calls"].append({**row, "cause": None, "calledAt": at})
    proof["opened"].append(salts[leaf])
    seat = {"seatId": uid(499), "seatCode": "funder", "expertId": salts[leaf]["expertId"]}
    account["seats"].append({**seat, "state": "accepted", "cause": None})


def leave(account, place):
    """Whoever was called at this place has left the seat; their sheets are those of the last one called."""
    for row in (account["draw"]["calls"][place], account["seats"][place]):
        row.update(state="recused", cause="tie")


def call_third_funder(account, at):
    proof = account["draw"]
    called = {call["leaf"] for call in proof["calls"]}
    order = proof["draws"][0]["orders"]["funder"]
    leaf = next(leaf for leaf in order if leaf not in called)
    salt_of = {n: hashlib.sha256(f"funder {n}".encode()).hexdigest() for n in (13, 14, 15)}
    n = next(n for n, salt in salt_of.items() if leaf_of(salt, uid(n), "funder") == leaf)
    row = {"draw": 1, "seatCode": "funder", "leaf": leaf, "place": order.index(leaf) + 1}
    proof["calls"].append({**row, "state": "recused", "cause": "tie", "calledAt": at})
    proof["opened"].append({"leaf": leaf, "salt": salt_of[n], "expertId": uid(n)})
    seat = {"seatId": uid(498), "seatCode": "funder", "expertId": uid(n)}
    account["seats"].append({**seat, "state": "recused", "cause": "tie"})


class TestDraw(Case):
    def setUp(self):
        self.account = sample_account()
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
        other = next(n for n in figures.EXPERTS["finance"] if uid(n) not in seated)
        salt = hashlib.sha256(f"finance {other}".encode()).hexdigest()
        leaf = leaf_of(salt, uid(other), "finance")
        call = next(call for call in self.proof["calls"] if call["seatCode"] == "finance")
        row = next(row for row in self.proof["opened"] if row["leaf"] == call["leaf"])
        row.update(leaf=leaf, salt=salt, expertId=uid(other))
        call.update(leaf=leaf, place=self.held["orders"]["finance"].index(leaf) + 1)
        seat = next(seat for seat in self.account["seats"] if seat["seatCode"] == "finance")
        seat["expertId"] = uid(other)
        self.refuses_only(self.account, "draw")

    def test_refuses_somebody_who_steps_in_out_of_turn(self):
        seated = {row["expertId"] for row in self.proof["opened"]}
        other = next(n for n in figures.EXPERTS["field"] if uid(n) not in seated)
        salt = hashlib.sha256(f"field {other}".encode()).hexdigest()
        leaf = leaf_of(salt, uid(other), "field")
        call = self.proof["calls"][5]
        row = next(row for row in self.proof["opened"] if row["leaf"] == call["leaf"])
        row.update(leaf=leaf, salt=salt, expertId=uid(other))
        call.update(leaf=leaf, place=self.held["orders"]["field"].index(leaf) + 1)
        self.account["seats"][5]["expertId"] = uid(other)
        self.refuses_only(self.account, "draw")

    def test_refuses_two_experts_who_changed_seats(self):
        finance, resident = self.account["seats"][2], self.account["seats"][3]
        finance["expertId"], resident["expertId"] = resident["expertId"], finance["expertId"]
        self.refuses_only(self.account, "seats")

    def test_refuses_somebody_who_left_without_a_cause(self):
        self.proof["calls"][0]["cause"] = self.account["seats"][0]["cause"] = None
        self.refuses_only(self.account, "draw")

    def test_refuses_a_salt_that_opens_to_somebody_else(self):
        self.proof["opened"][0]["expertId"] = uid(19)
        self.refuses(self.account, "draw", "seats")

    def test_refuses_what_is_not_opened(self):
        self.proof["opened"] = None
        self.refuses(self.account, "draw", "seats")

    def test_agrees_to_a_second_draw_when_the_first_has_nobody_left(self):
        leave(self.account, 6)
        call_third_funder(self.account, "2020-04-14T10:00:00.000+08:00")
        draw_again(self.account, "2020-04-15T10:00:00.000+08:00")
        self._give_sheets_to(uid(499))
        self.refuses_only(self.account)

    def test_refuses_a_second_draw_while_the_first_has_somebody_left(self):
        leave(self.account, 6)
        draw_again(self.account, "2020-04-15T10:00:00.000+08:00")
        self._give_sheets_to(uid(499))
        self.refuses_only(self.account, "draw")

    def _give_sheets_to(self, seat_id):
        for sheet in self.account["sheets"]:
            if sheet["seatId"] == self.account["seats"][6]["seatId"]:
                sheet["seatId"] = seat_id

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


if __name__ == "__main__":
    unittest.main()
