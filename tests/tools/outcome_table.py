"""Outcomes of actions by role as a Markdown table."""

from collections.abc import Mapping, Sequence


def as_table(found: Mapping[str, Mapping[str, str]], roles: Sequence[str]) -> str:
    """A row for each action, a column for each of `roles`."""
    lines = [("action", *roles), ("---",) * (len(roles) + 1)]
    lines += [(action, *(by_role[role] for role in roles)) for action, by_role in found.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
