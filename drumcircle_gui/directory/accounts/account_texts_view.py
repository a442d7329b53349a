"""Roles and states of accounts in the user's words."""

from PySide6.QtCore import QCoreApplication

_tr = QCoreApplication.translate

ROLES = ("player", "conductor", "administrator")
STATES = ("waiting", "enabled", "disabled")


def role_name(role: str) -> str:
    """The name of a role, as one word."""
    names = {
        "player": _tr("Accounts", "Player"),
        "conductor": _tr("Accounts", "Conductor"),
        "administrator": _tr("Accounts", "Administrator"),
    }
    return names.get(role, role)


def role_meaning(role: str) -> str:
    """The rights of a role, as a sentence; "" if the role is not known."""
    meanings = {
        "player": _tr("Accounts", "You can join the circles that ask for an account."),
        "conductor": _tr("Accounts", "You can launch circles on this hub, and join those that ask for an account."),
        "administrator": _tr("Accounts", "You decide who may play, conduct and administer on this hub."),
    }
    return meanings.get(role, "")


def state_name(state: str) -> str:
    """The state of an account, as one word."""
    names = {
        "waiting": _tr("Accounts", "Waiting"),
        "enabled": _tr("Accounts", "Enabled"),
        "disabled": _tr("Accounts", "Disabled"),
    }
    return names.get(state, state)
