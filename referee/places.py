"""Who is called next: by rank, within what the categories of the rule set and the money allow."""

from exact import fen
from parts import known


class Places:
    """The bounds that the rules set to categories, and who is called within them."""

    def __init__(self, rules, category_of, amounts):
        self.category_of, self.amounts = category_of, amounts
        self.quotas, self.budgets, self.lends = {}, {}, False
        self.by_quotas = rules["award"]["variant"] == "rank-within-quotas"
        if self.by_quotas:
            for category in rules["categories"]:
                if "quota" in category:
                    self.quotas[category["code"]] = category["quota"]
                if "budget" in category:
                    self.budgets[category["code"]] = fen(category["budget"])
            self.lends = rules["award"]["unfilledQuota"]["variant"] == "next-best"

    def called(self, waiting, held, available, vacant=None):
        """Whom the rules call of those who wait, by rank, in the order of the calls.

        held: those whose money is set aside already. vacant: the category of an award that fell away, which by quotas comes
        first.
        """
        first = [a for a in waiting if self.by_quotas and self.category_of[a] == vacant]
        turns = [(a, self.lends) for a in first]
        turns += [(a, False) for a in waiting if a not in first]
        if self.lends:
            turns += [(a, True) for a in waiting if a not in first]
        chosen = []
        for award_id, may_borrow in turns:
            if award_id in chosen:
                continue
            left = available - sum(self.amounts[a] for a in chosen)
            if self._has_room(award_id, [*held, *chosen], left, may_borrow):
                chosen.append(award_id)
        return chosen

    def _has_room(self, award_id, taken, left, may_borrow):
        amount, category = self.amounts[award_id], self.category_of[award_id]
        if amount > left:
            return False
        of_category = [a for a in taken if self.category_of.get(a) == category]
        if category in self.budgets:
            spent = sum(self.amounts[a] for a in of_category)
            if spent + amount > self.budgets[category]:
                return False
        if category not in self.quotas:
            return True
        in_quotas = [a for a in taken if self.category_of.get(a) in self.quotas]
        if self.lends and len(in_quotas) >= sum(self.quotas.values()):
            return False
        return may_borrow or len(of_category) < self.quotas[category]


def check_categories(rules, faults):
    """The kinds are known, and what the rules promise to categories can be kept."""
    award = rules["award"]
    known(award["variant"], {"rank-within-budget", "rank-within-quotas"}, "award")
    known(award["whenItDoesNotFit"], {"skip"}, "what does not fit")
    bounds = [c["code"] for c in rules["categories"] if "quota" in c or "budget" in c]
    if award["variant"] == "rank-within-budget":
        faults.unless(not bounds, f"quotas or budgets that the award does not look at: {bounds}")
    else:
        known(award["unfilledQuota"]["variant"], {"stays", "next-best"}, "unfilled quota")
        quotas = [c["quota"] for c in rules["categories"] if "quota" in c]
        faults.unless(quotas and min(quotas) > 0, f"quotas: {quotas}")
    budgets = sum(fen(c["budget"]) for c in rules["categories"] if "budget" in c)
    pots = sum(fen(pot["amount"]) for pot in rules["funding"])
    faults.unless(budgets <= pots, "the budgets of the categories are more than the pots")
    for category in rules["categories"]:
        if "cap" in category:
            fits = fen(category["cap"]) <= fen(rules["amount"]["maxAmount"])
            faults.unless(fits, f"the cap of {category['code']} is above that of the amount rule")
