"""What the tests share: an account is changed in one of two ways, and the part that is wrong must be named.

Either a single entry is changed, which the entries around it contradict; or, as a forger would, a figure is carried through to
the last line of the ledger, so that only the rules and the facts tell.
"""

import unittest
from unittest import mock

import sample_figures
from recompute import recompute
from sample_account import sample_account


def parts_that_differ(account):
    """The English names of the parts with a fault."""
    return {name.split()[1] for name, _, faults in recompute(account) if faults}


def forged(**figures):
    """An account built throughout on other figures than those worked out by hand."""
    with mock.patch.multiple(sample_figures, **figures):
        return sample_account()


class Case(unittest.TestCase):
    def refuses(self, account, *parts):
        """Every part named differs; others may differ in consequence."""
        found = parts_that_differ(account)
        self.assertLessEqual(set(parts), found)

    def refuses_only(self, account, *parts):
        """Exactly these parts differ."""
        self.assertEqual(parts_that_differ(account), set(parts))
