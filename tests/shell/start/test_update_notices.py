"""The start page asks once, looks once a day, and shows once that a newer version exists."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation import release_io, update_source
from drumcircle_gui.installation.release import Release
from drumcircle_gui.settings import Settings, Updates
from drumcircle_gui.shell.kept_settings import KeptSettings
from drumcircle_gui.shell.start import update_notices
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.shell.start.update_notices import ASK, DAY, NEWER, UpdateNotices

RELEASE = Release("99.1.0", "https://example.org/get", "It is quicker.")
Show = Callable[[], tuple[StartView, list[str]]]


@pytest.fixture
def kept(tmp_path: Path) -> KeptSettings:
    return KeptSettings(tmp_path / "settings.json")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were asked; each names RELEASE."""
    asked = []

    async def newest(address: str, key: str) -> Release:
        asked.append(address)
        return RELEASE

    monkeypatch.setattr(release_io, "newest_release", newest)
    monkeypatch.setattr(update_source, "ADDRESS", "https://example.org/release.json")
    return asked


@pytest.fixture
def show(qtbot, kept: KeptSettings) -> Show:
    """Opens a start page with its notices; returns it, and the keys of the notices shown."""

    def opened() -> tuple[StartView, list[str]]:
        page = StartView(Settings(), "Ada")
        qtbot.addWidget(page)
        asyncio.run(UpdateNotices(page, kept).show())
        return page, [notice.key for notice in page.notices.shown()]

    return opened


def test_a_user_is_asked_until_there_is_an_answer(show: Show, kept: KeptSettings, asked: list[str]) -> None:
    assert show()[1] == [ASK]
    page, keys = show()
    assert keys == [ASK]
    page.notices.dismiss_shown()
    assert kept.now.updates == Updates(allowed=False)
    assert show()[1] == []
    assert asked == []


def test_who_agrees_is_told_once_of_a_newer_version(
    show: Show, kept: KeptSettings, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _ = show()
    page.notices.acted.emit(ASK)
    assert page.notices.shown() == ()
    page, keys = show()
    assert keys == [NEWER]
    opened: list[QUrl] = []
    monkeypatch.setattr(update_notices.QDesktopServices, "openUrl", opened.append)
    page.notices.acted.emit(NEWER)
    assert opened == [QUrl(RELEASE.page)]
    assert show()[1] == []
    assert asked == ["https://example.org/release.json"]
    assert kept.now.updates.seen == "99.1.0"
    kept.keep(updates=Updates(True, kept.now.updates.asked_at - DAY, "99.1.0"))
    assert show()[1] == []
    assert len(asked) == 2


def test_without_an_address_nothing_is_asked(show: Show, kept: KeptSettings) -> None:
    kept.keep(updates=Updates(allowed=True))
    assert show()[1] == []
    assert kept.now.updates.asked_at == 0


def test_an_address_that_does_not_answer_is_no_news(
    show: Show, kept: KeptSettings, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(address: str, key: str) -> Release:
        raise DrumCircleError("It does not answer.")

    monkeypatch.setattr(release_io, "newest_release", fails)
    kept.keep(updates=Updates(allowed=True))
    assert show()[1] == []


def test_what_happens_is_shown_above_a_question(show: Show, asked: list[str]) -> None:
    page, _ = show()
    page.complain("It did not work.")
    assert [notice.key for notice in page.notices.shown()] == ["start", ASK]
