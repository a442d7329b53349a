import pytest

from drumcircle_gui.client.known_texts_view import SENTENCES, translated
from drumcircle_gui.hub import account_session_io, directory_session_io
from drumcircle_gui.hub.accounts import accounts_io
from drumcircle_gui.listening.device_notices import DeviceNotices
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.protocol.account_rules import registration_rules
from drumcircle_gui.qt.languages import install_language
from drumcircle_gui.server.entry import access
from drumcircle_gui.sound.messages import MidiStatus


@pytest.fixture
def german(qapp):
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")


def test_a_known_sentence_is_translated_with_its_names(german):
    assert translated("TD-17 {x} is plugged in.") == "TD-17 {x} ist angeschlossen."
    assert translated("The circle at 192.0.2.7:8004 cannot be reached (no route).") == (
        "Der Kreis auf 192.0.2.7:8004 ist nicht erreichbar (no route)."
    )


def test_sentences_are_translated_one_by_one_and_others_stay(german):
    text = "No microphone was found. Plug one in, then choose it. Something else."
    assert translated(text) == "Kein Mikrofon wurde gefunden. Schließ eines an und wähle es dann. Something else."


def test_what_a_hub_says_about_accounts_is_known(german):
    constants = (value for module in (accounts_io, account_session_io) for value in vars(module).values())
    said = [text for value in constants if isinstance(value, tuple) for text in value if isinstance(text, str)]
    rules = [sentence for _, sentence in registration_rules("", "", "", "")]
    said += [*rules, directory_session_io._NO_FILE.text, str(access.NO_ACCOUNT.text)]
    assert len(said) > 20
    assert [text for text in said if translated(text) == text] == []


@pytest.mark.parametrize("text", ["", "Unknown words", *SENTENCES])
def test_in_english_every_text_stays_as_it_is(qapp, text):
    assert translated(text) == text


def test_the_notices_of_devices_are_known(german):
    notices = DeviceNotices()
    notices.follow(SoundStatus(midi=MidiStatus((), (), "")), SoundStatus(midi=MidiStatus(("TD-17",), (), "")))
    assert translated(notices.notices[0].what) == "TD-17 ist angeschlossen."
