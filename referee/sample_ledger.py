"""The ledger of the sample account, booked line after line."""

import sample_figures as figures
from sample_figures import uid

FUND = "01900000-0000-7000-8000-0000000000f0"


class Journal:
    """Books as a clerk would: one line after the other, a minute apart."""

    def __init__(self):
        self.accounts, self.transfers = {}, []

    def account(self, kind, award=None):
        blank = {"kind": kind, "fundId": FUND, "awardId": award and uid(500 + award), "cents": 0}
        number = 1000 + len(self.accounts)
        return self.accounts.setdefault((kind, award), {"id": uid(number), **blank})

    def book(self, act, debit, credit, amount, at):
        cents = int(amount.replace(".", ""))
        for row, signed in ((debit, -cents), (credit, cents)):
            row["cents"] += signed
        line = {
            "act": act,
            "debitAccountId": debit["id"],
            "creditAccountId": credit["id"],
            "amount": amount,
        }
        self.transfers.append({**line, "at": at})

    def move(self, award, act, debit, credit, amount, at):
        named = [
            self.account(kind, None if kind == "available" else award) for kind in (debit, credit)
        ]
        self.book(act, *named, amount, at)

    def give_back(self, at):
        """Everything that is free goes back to the fund."""
        fund, available = self.account("fund"), self.account("available")
        if available["cents"]:
            amount = f"{available['cents'] // 100}.{available['cents'] % 100:02d}"
            self.book("closeRound", available, fund, amount, at)

    def view(self):
        accounts = [
            {key: row[key] for key in ("id", "kind", "fundId", "awardId")}
            | {"balance": f"{row['cents'] // 100}.{row['cents'] % 100:02d}"}
            for row in self.accounts.values()
            if row["kind"] != "fund"
        ]
        return {"accounts": accounts, "transfers": self.transfers}


def ledger():
    journal = Journal()
    fund, available = journal.account("fund"), journal.account("available")
    journal.book("openRound", fund, available, "1000000.00", "2020-03-01T00:00:00.000+08:00")
    for award in figures.RESERVED:
        journal.move(
            award,
            "reserve",
            "available",
            "reserved",
            figures.AWARDS[award - 1][3],
            "2020-04-22T10:00:00.000+08:00",
        )
    journal.move(
        4, "unreserve", "reserved", "available", "270000.00", "2020-04-24T10:00:00.000+08:00"
    )
    for award, at in (
        (figures.PROMOTED, "2020-04-25T10:00:00.000+08:00"),
        (6, "2020-05-06T10:00:00.000+08:00"),
    ):
        journal.move(award, "reserve", "available", "reserved", figures.AWARDS[award - 1][3], at)
    for award in figures.SPLITS:
        journal.move(
            award,
            "commit",
            "reserved",
            "committed",
            figures.AWARDS[award - 1][3],
            "2020-06-01T10:00:00.000+08:00",
        )
    for day, n in ((12, 0), (20, 1), (28, 2)):
        if n == 1:
            journal.give_back(figures.RETURNED)
        for award in figures.SPLITS:
            _settle(
                journal,
                award,
                figures.SPLITS[award][n],
                figures.PAYABLE[award][n],
                f"2020-{6 + 2 * n:02d}-{day}T10:00:0",
            )
    journal.give_back("2020-10-28T10:01:00.000+08:00")
    return journal.view()


def _settle(journal, award, planned, payable, at):
    released = int(planned.replace(".", "")) - int(payable.replace(".", ""))
    if payable != "0.00":
        journal.move(award, "makeDue", "committed", "due", payable, f"{at}0.000+08:00")
        journal.move(award, "pay", "due", "paid", payable, f"{at}5.000+08:00")
    if released:
        rest = f"{released // 100}.{released % 100:02d}"
        journal.move(award, "uncommit", "committed", "available", rest, f"{at}9.000+08:00")
