"""Why a player is not heard: one case for each cause, and the law that what is sounded has no reason."""

import pytest
from msgspec.structs import replace

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.circle_view import beat_in, now_in
from drumcircle_gui.listening.calibration import TapResult
from drumcircle_gui.listening.hearing.hearing_words_view import quality_words, reason_words
from drumcircle_gui.listening.hearing.last_played import PlayedSpan
from drumcircle_gui.listening.hearing.reasons import Cause, HearingQuestion, Reason, reasons
from drumcircle_gui.listening.mix import Mix
from drumcircle_gui.listening.player_state import ListeningState, PlayerState, SetStrip, Volumes
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.protocol.messages import ConnectionQuality
from drumcircle_gui.protocol.mode_messages import HEARD_BY_NONE, Mode, ModeSpan, ModeStep, ModeTurn
from drumcircle_gui.settings import StripSettings
from drumcircle_gui.sound.messages import AudioStatus, MicrophoneStatus, MidiStatus
from drumcircle_gui.timing.units import Micros, beats
from tests.tools.circle_snapshots import FERN, OAK, REED, STOPPED, WREN, circle, clock_at

SPEAKERS = AudioStatus("Speakers", 48_000, 256, Micros(11_400), "")
SPEAKING = SoundStatus(SPEAKERS)
PLAYED = PlayedSpan(beats(0), beats(16))
BEAT = 20


READY = replace(REED, muted=False)


def asked(player=READY, *, sound=SPEAKING, listening=None, played=PLAYED, late_here=0, **changes):
    """The reasons why Fern does not hear `player`, on beat 20 of a circle whose period is 16 beats."""
    usual = {"me": FERN.id, "role": "player", "members": (OAK, FERN, player), "clock": clock_at(BEAT), "qualities": ()}
    snapshot = circle(**{**usual, **changes})
    state = PlayerState(snapshot, sound, listening=listening or ListeningState())
    question = HearingQuestion(state, player.id, now_in(snapshot), beat_in(snapshot), played, late_here)
    return reasons(question)


def causes(*args, **kwargs):
    return [reason.cause for reason in asked(*args, **kwargs)]


def mixed(*solos, **strips):
    return ListeningState(Mix(strips, frozenset(solos)))


def test_a_player_who_can_be_heard_has_no_reason():
    assert asked() == ()


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"link": LinkState.CONNECTING}, Cause.CONNECTING),
        ({"link": LinkState.WAITING}, Cause.CONNECTING),
        ({"link": LinkState.RECONNECTING}, Cause.RECONNECTING),
        ({"link": LinkState.ENDED}, Cause.ENDED),
        ({"clock": None}, Cause.NO_CLOCK),
        ({"sound": SoundStatus()}, Cause.SOUND_OFF),
        ({"sound": SoundStatus(AudioStatus(None, 0, 0, Micros(0), "None found."))}, Cause.NO_SOUND),
        ({"listening": ListeningState(volumes=Volumes(circle=0))}, Cause.VOLUME_ZERO),
        ({"listening": ListeningState(tapping=TapResult())}, Cause.CALIBRATING),
        ({"members": (OAK, FERN)}, Cause.LEFT),
        ({"player": WREN}, Cause.DISCONNECTED),
        ({"player": REED}, Cause.MUTED_BY_CONDUCTOR),
        ({"player": replace(READY, level=0)}, Cause.LEVEL_ZERO),
        ({"listening": mixed(Reed=StripSettings(muted=True))}, Cause.MUTED_HERE),
        ({"listening": mixed(Reed=StripSettings(0.0))}, Cause.FADER_ZERO),
        ({"listening": mixed("Fern")}, Cause.OTHERS_SOLO),
        ({"timeline": STOPPED}, Cause.STOPPED),
        ({"qualities": (ConnectionQuality(REED.id, 9, 9, -400_000, 0),)}, Cause.LATE),
        ({"late_here": 3}, Cause.LATE_HERE),
        ({"played": PlayedSpan(beats(12), beats(19))}, Cause.NOT_YET),
        ({"played": PlayedSpan(beats(0), beats(1))}, Cause.IDLE),
        ({"played": None}, Cause.IDLE),
    ],
    ids=lambda value: value.name if isinstance(value, Cause) else "",
)
def test_each_cause_alone(changes, cause):
    assert causes(**changes) == [cause]


def test_a_conductor_who_has_not_played_is_no_riddle():
    assert causes(OAK, members=(OAK, FERN)) == [Cause.CONDUCTS]
    assert causes(OAK, members=(OAK, FERN), drumming=frozenset({OAK.id})) == []


def test_own_strokes_have_a_volume_of_their_own():
    silent = ListeningState(volumes=Volumes(own=0))
    assert causes(FERN, members=(OAK, FERN), listening=silent) == [Cause.OWN_ZERO]
    assert causes(listening=silent) == []


@pytest.mark.parametrize(
    "drum",
    [
        {"midi": MidiStatus((), (), "“TD-17” is not there.")},
        {"microphone": MicrophoneStatus(None, 0, "No microphone.")},
    ],
)
def test_a_problem_of_the_own_drum_is_named(drum):
    (reason,) = asked(FERN, members=(OAK, FERN), sound=SoundStatus(SPEAKERS, **drum))
    assert (reason.cause, reason.text) == (Cause.NO_DRUM, next(iter(drum.values())).problem)
    assert causes(sound=SoundStatus(SPEAKERS, **drum)) == []


def test_several_reasons_come_in_the_order_of_the_causes():
    found = causes(REED, sound=SoundStatus(), listening=mixed(Reed=StripSettings(0.0, muted=True)), timeline=STOPPED)
    assert found == sorted(found, key=list(Cause).index)
    assert found == [
        *(Cause.SOUND_OFF, Cause.MUTED_BY_CONDUCTOR, Cause.MUTED_HERE, Cause.FADER_ZERO, Cause.STOPPED),
    ]


@pytest.mark.parametrize(
    "listening",
    [
        mixed(Reed=StripSettings(0.5, -1.0, muted=True)),
        mixed(Reed=StripSettings(0.0)),
        mixed("Fern", "Nobody here", Reed=StripSettings(0.3)),
    ],
)
def test_the_remedy_ends_the_reason_and_changes_nothing_else(listening):
    (reason,) = asked(listening=listening)
    pan = listening.mix.strips["Reed"].pan
    for intent in reason.remedy:
        assert isinstance(intent, SetStrip)
        listening = listening.adjusted(intent)
    assert asked(listening=listening) == ()
    assert listening.mix.strips["Reed"].pan == pan


def test_a_player_who_does_not_play_is_a_reason_only_alone():
    assert causes(REED, played=None) == [Cause.MUTED_BY_CONDUCTOR]


def planned(*steps, repeat=True, hold=False, beat=0):
    mode = Mode("solos", tuple(steps), repeat=repeat, hold=hold)
    return ModePlan((ModeSpan(1, beats(beat), beats(4), mode),))


HIDDEN = ModeStep(1, (ModeTurn("listen", members=(REED.id,), group="", heard_by=HEARD_BY_NONE),))
OPEN = ModeStep(3, ())


def test_a_mode_explains_what_sounds_now_not_what_is_struck_now():
    plan = planned(HIDDEN, OPEN)
    (reason,) = asked(modes=plan, clock=clock_at(17))  # struck on beat 1, in the hidden step of beats 0 to 4
    assert (reason.cause, reason.text) == (Cause.MODE, "solos")
    assert reason.seconds == pytest.approx(1.5, abs=0.05)
    assert asked(modes=plan, clock=clock_at(21)) == ()  # struck on beat 5


def test_a_mode_without_an_end_lasts_until_further_notice():
    (reason,) = asked(modes=planned(HIDDEN))
    assert (reason.cause, reason.seconds) == (Cause.MODE, None)


def test_a_mode_that_keeps_strokes_says_so():
    assert causes(modes=planned(hold=True, beat=18)) == [Cause.HELD]


@pytest.mark.parametrize("cause", Cause)
@pytest.mark.parametrize("conducts", [False, True])
@pytest.mark.parametrize("me", [False, True])
def test_every_cause_has_words_without_gaps(cause, conducts, me):
    for reason in (Reason(cause), Reason(cause, 2.5, "Oak", 3)):
        words = reason_words(reason, "Reed {x}", conducts=conducts, me=me)
        assert words.what
        assert not {"{name}", "{text}", "{s}", "{n}"} & {words.what, words.todo}
        assert "None" not in words.what + words.todo


@pytest.mark.parametrize("cause", [Cause.MUTED_BY_CONDUCTOR, Cause.LEVEL_ZERO, Cause.MODE, Cause.NOT_YET, Cause.IDLE])
def test_readers_are_not_called_by_their_names(cause):
    mine = reason_words(Reason(cause, 2.5), "Reed", conducts=False, me=True)
    assert "Reed" not in mine.what + mine.todo
    assert "Reed" in reason_words(Reason(cause, 2.5), "Reed", conducts=False).what


def test_a_quality_in_words():
    assert quality_words(None, 8) == ("The connection has not been measured yet.",)
    good = quality_words(ConnectionQuality(1, 22_000, 1_100, 7_600_000, 0), 8)
    assert good == (
        "Messages take 22 ms to the server and back: a short way.",
        "The clock is right to within 1.1 ms.",
        "Strokes arrive 7.6 s before they sound: enough.",
    )
    assert "tight" in quality_words(ConnectionQuality(1, 300_000, -1, 1_000_000, 0), 8)[-1]
    assert "too late" in quality_words(ConnectionQuality(1, 300_000, -1, -1_000_000, 0), 8)[-1]
