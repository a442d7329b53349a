"""The audit log, times and notices of the page of a hub's accounts in the user's words."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from drumcircle_gui.timing.units import SECOND

_tr = QCoreApplication.translate


def time_text(at: int) -> str:
    """A wall-clock time in micros as a short date and time of day, here; "" for 0."""
    if not at:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(at // SECOND), QLocale.FormatType.ShortFormat)


def action_text(action: str) -> str:
    """An action of the audit log in the user's language; an unknown one as the hub names it."""
    known = {
        "registered": _tr("Audit", "registered"),
        "logged in": _tr("Audit", "logged in"),
        "logged out everywhere": _tr("Audit", "logged out everywhere"),
        "gave a wrong password": _tr("Audit", "gave a wrong password"),
        "gave a wrong one-time code": _tr("Audit", "gave a wrong one-time code"),
        "changed the password": _tr("Audit", "changed the password"),
        "ended a login": _tr("Audit", "ended a login"),
        "set waiting": _tr("Audit", "set to waiting"),
        "set enabled": _tr("Audit", "enabled"),
        "set disabled": _tr("Audit", "disabled"),
        "set player": _tr("Audit", "made a player"),
        "set conductor": _tr("Audit", "made a conductor"),
        "set administrator": _tr("Audit", "made an administrator"),
    }
    return known.get(action, action)


def change_text(state: str, role: str, count: int) -> str:
    """A sentence about a change of `count` accounts."""
    texts = {
        "enabled": _tr("Audit", "%Ln account(s) enabled.", "", count),
        "disabled": _tr("Audit", "%Ln account(s) disabled.", "", count),
        "waiting": _tr("Audit", "%Ln account(s) set to waiting.", "", count),
        "player": _tr("Audit", "%Ln account(s) may play.", "", count),
        "conductor": _tr("Audit", "%Ln account(s) may conduct.", "", count),
        "administrator": _tr("Audit", "%Ln account(s) may administer.", "", count),
    }
    return texts.get(state or role, _tr("Audit", "%Ln account(s) restored.", "", count))
