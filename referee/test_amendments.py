"""Contracts that were amended: the versions of the first award's, changed one entry at a time."""

import sample_figures as figures
from amendments import check_versions
from cases import Case
from parts import Faults

RULES = {
    "tranches": [{"code": c, "share": s} for c, s in zip("abc", ("0.5", "0.4", "0.1"))],
    "contract": {},
}
FIRST = {"a": 2500000, "b": 2000000, "c": 500000}


def version(number, amount, *planned, fixed=()):
    rows = [
        {"code": c, "planned": p, **({"isFixed": True} if c in fixed else {})}
        for c, p in zip("abc", planned)
    ]
    return {"number": number, "amount": amount, "tranches": rows}


def checked(*versions, rules=RULES):
    faults = Faults()
    planned = check_versions("award", {"versions": list(versions)}, FIRST, rules, faults)
    return planned, list(faults)


ORIGINAL = version(1, "50000.00", "25000.00", "20000.00", "5000.00")
GROWN = version(2, "55000.00", "25000.00", "24000.00", "6000.00", fixed="a")


class TestVersions(Case):
    """Each version is what the one before it and the rules give."""

    def test_takes_a_contract_that_was_never_amended_as_it_is(self):
        self.assertEqual(checked(), (FIRST, []))

    def test_leaves_what_was_due_and_shares_the_rest(self):
        planned, faults = checked(ORIGINAL, GROWN)
        self.assertEqual(faults, [])
        self.assertEqual(planned, {"a": 2500000, "b": 2400000, "c": 600000})

    def test_refuses_a_fen_on_the_wrong_tranche(self):
        forged = version(2, "55000.00", "25000.00", "24000.01", "5999.99", fixed="a")
        self.assertEqual(len(checked(ORIGINAL, forged)[1]), 1)

    def test_refuses_a_due_tranche_that_grew(self):
        forged = version(2, "55000.00", "27500.00", "22000.00", "5500.00", fixed="a")
        self.assertEqual(len(checked(ORIGINAL, forged)[1]), 1)

    def test_refuses_a_version_left_out(self):
        self.assertIn("number", checked(ORIGINAL, {**GROWN, "number": 3})[1][0])

    def test_refuses_a_fen_above_the_increase_allowed(self):
        forged = version(2, "55000.01", "27500.01", "22000.00", "5500.00")
        self.assertIn("above the first", checked(ORIGINAL, forged)[1][0])
        own = {**RULES, "contract": {"amendments": {"maxIncreaseShare": "0.05"}}}
        self.assertIn("above the first", checked(ORIGINAL, GROWN, rules=own)[1][0])

    def test_sees_an_account_whose_contract_has_versions_that_do_not_follow(self):
        from sample_account import sample_account

        account = sample_account()
        contract = account["contracts"][0]
        split = figures.SPLITS[1]
        contract["versions"] = [
            {"number": 1, "amount": contract["amount"], "tranches": contract["tranches"]},
            {"number": 3, "amount": contract["amount"], "tranches": contract["tranches"]},
        ]
        self.assertEqual(contract["tranches"][0]["planned"], split[0])
        self.refuses_only(account, "contracts")
