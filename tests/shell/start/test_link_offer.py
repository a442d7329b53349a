"""The start page offers once to have links open the program."""

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation import links_io
from drumcircle_gui.installation.kind import Kind
from drumcircle_gui.settings import Settings
from drumcircle_gui.shell.kept_settings import KeptSettings
from drumcircle_gui.shell.start import link_offer
from drumcircle_gui.shell.start.link_offer import OFFER, LinkOffer
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.tasks import Tasks


@pytest.fixture
def installed(monkeypatch):
    """The number of registrations, in a Python package on a system where links are not registered."""
    calls = []
    monkeypatch.setattr(link_offer, "kind", lambda: Kind.WHEEL)
    monkeypatch.setattr(link_offer.sys, "platform", "linux")
    monkeypatch.setattr(links_io, "are_installed", lambda: False)
    monkeypatch.setattr(links_io, "install_links", lambda: calls.append(True))
    return calls


@pytest.fixture
def show(qtbot, loop, tmp_path, installed):
    """Opens a start page; returns it, and the keys of the notices shown."""
    kept = KeptSettings(tmp_path / "settings.json")

    def opened():
        page = StartView(Settings(), "Ada")
        qtbot.addWidget(page)
        LinkOffer(page, kept, Tasks()).show()
        return page, [notice.key for notice in page.notices.shown()]

    return opened


def test_who_agrees_has_links_installed_and_is_asked_no_more(show, installed, qtbot):
    page, keys = show()
    assert keys == [OFFER]
    page.notices.acted.emit(OFFER)
    qtbot.waitUntil(lambda: installed == [True], timeout=10_000)
    assert page.notices.shown() == () and show()[1] == []


def test_who_declines_is_asked_no_more(show, installed):
    page, _ = show()
    page.notices.acted.emit("another one")
    assert show()[1] == [OFFER]
    page.notices.dismiss_shown()
    assert show()[1] == [] and installed == []


def test_a_failure_is_shown(show, monkeypatch, qtbot):
    def fail():
        raise DrumCircleError("The links cannot be changed: denied.", "Check that your folders can be written.")

    monkeypatch.setattr(links_io, "install_links", fail)
    page, _ = show()
    page.notices.acted.emit(OFFER)
    qtbot.waitUntil(lambda: [notice.kind for notice in page.notices.shown()] == ["bad"], timeout=10_000)


@pytest.mark.parametrize(
    "change",
    [
        lambda patch: patch.setattr(link_offer, "kind", lambda: Kind.CHECKOUT),
        lambda patch: patch.setattr(link_offer.sys, "platform", "darwin"),
        lambda patch: patch.setattr(links_io, "are_installed", lambda: True),
    ],
)
def test_nobody_is_asked_where_it_is_of_no_use(show, change, monkeypatch):
    change(monkeypatch)
    assert show()[1] == []
