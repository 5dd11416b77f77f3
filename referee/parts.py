"""What every part of the recomputation shares: its faults, and what it hands on to the next."""


class NotReached(Exception):
    """A part needs what an earlier one could not make."""


class Derived:
    """What the parts worked out themselves; nothing in here was read as a total."""

    def __getattr__(self, name):
        raise NotReached(f"needs {name}, which could not be worked out")


class Faults(list):
    """The differences that a part found, each a sentence."""

    def unless(self, agrees, message):
        """Notes the message when the account does not agree."""
        if not agrees:
            self.append(message)

    def compare(self, what, claimed, computed):
        """Notes a difference between what the account claims and what its facts give."""
        self.unless(claimed == computed, f"{what}: claims {claimed}, the facts give {computed}")


def index(rows, key, what):
    """Rows by a key that must be theirs alone."""
    by_key = {row[key]: row for row in rows}
    if len(by_key) != len(rows):
        raise ValueError(f"{what} stand twice under the same {key}")
    return by_key


def group(rows, key):
    """Rows by a key that several may have, in their order."""
    by_key = {}
    for row in rows:
        by_key.setdefault(row[key], []).append(row)
    return by_key


def known(value, allowed, what):
    """The value, when it is one that this program knows how to reckon with."""
    if value not in allowed:
        raise ValueError(f"{what}: {value!r} is not known here")
    return value
