"""MIDI inputs against stand-ins for either binding, which keep their ports in a list."""

import sys
from types import SimpleNamespace

import pytest

from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved, SetControls
from drumcircle_gui.sound.device import midi_backend_io, midi_io, midi_watcher_io
from drumcircle_gui.sound.device.midi_backend_io import MidiInput
from drumcircle_gui.sound.device.midi_io import MidiInputs
from drumcircle_gui.sound.device.midi_watcher_io import MidiWatcher
from drumcircle_gui.sound.messages import (
    ChokePads,
    ChooseMidi,
    MidiStatus,
    PadStroke,
    PlayNow,
)
from drumcircle_gui.timing.units import local_micros

JACK, DUMMY = 3, 9
BINDINGS = ("rtmidi", "supriya_midi")


class Studio:
    """The ports, their listeners, and faults. `modules` replace both bindings; the other one is missing."""

    def __init__(self, binding="rtmidi"):
        self.ports = ["Pads", "Keyboard"]
        self.outs = ["Module", "Synth"]
        self.sent = []
        self.taken = set()
        self.listeners = {}
        self.opened = []
        self.made = 0
        self.clients = 0
        self.working = True
        module = {"rtmidi": self._rtmidi, "supriya_midi": self._supriya}[binding]()
        self.modules = {**dict.fromkeys(BINDINGS), binding: module}

    def _rtmidi(self):
        self._event = lambda *message: (([*message], 0.0), None)
        return SimpleNamespace(get_compiled_api=lambda: [2, JACK], **self._clients(), **ERRORS)

    def _supriya(self):
        self._event = lambda *message: ([*message], 0.0, None)
        apis = SimpleNamespace(RTMIDI_DUMMY=DUMMY)
        return SimpleNamespace(RtMidiAPI=apis, get_compiled_apis=lambda: [2, JACK, DUMMY], **self._clients(), **ERRORS)

    def _clients(self):
        return {
            "MidiIn": lambda api, name: self._new(api, FakeInput),
            "MidiOut": lambda api, name: self._new(api, FakeOutput),
        }

    def _new(self, api, kind):
        assert api != DUMMY
        if not self.working or api != JACK:
            raise FakeError("no such system")
        self.made += 1
        self.clients += 1
        return kind(self)

    def send(self, port, *message):
        self.listeners[port](*self._event(*message))


class FakeError(RuntimeError):
    """What either binding raises."""


ERRORS = {"RtMidiError": FakeError}


class FakeInput:
    def __init__(self, studio):
        self._studio = studio
        self._name = None

    def get_ports(self):
        if not self._studio.working:
            raise FakeError("gone")
        return list(self._studio.ports)

    def get_port_count(self):
        return len(self._studio.ports)

    def set_error_callback(self, callback):
        pass

    def set_callback(self, callback):
        self._callback = callback

    def cancel_callback(self):
        self._callback = None

    def ignore_types(self, sysex, timing, active_sense):
        assert sysex
        assert active_sense
        self._studio.ignores_clock = timing

    def open_port(self, index, _):
        name = self._studio.ports[index]
        if name in self._studio.taken:
            raise FakeError("busy")
        self._name = name
        self._studio.opened.append(index)
        self._studio.listeners[name] = self._callback

    def close_port(self):
        self._studio.listeners.pop(self._name, None)

    def delete(self):
        self._studio.clients -= 1


class FakeOutput(FakeInput):
    def get_ports(self):
        super().get_ports()
        return list(self._studio.outs)

    def open_port(self, index, _):
        if self._studio.outs[index] in self._studio.taken:
            raise FakeError("busy")
        self._name = self._studio.outs[index]

    def send_message(self, message):
        if self._name not in self._studio.outs:
            raise FakeError("gone")
        self._studio.sent.append(bytes(message))

    def close_port(self):
        self._name = None


@pytest.fixture(params=BINDINGS)
def studio(request, monkeypatch):
    made = Studio(request.param)
    for name, module in made.modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    return made


class Listener(MidiInputs):
    def __init__(self):
        self.sounded, self.events = [], []
        super().__init__(self.sounded.append, self.events.append)


def test_all_ports_are_listened_to(studio):
    listener = Listener()
    listener.poll()
    assert listener.events == [MidiStatus(("Pads", "Keyboard"), ("Pads", "Keyboard"), "")]
    assert studio.listeners.keys() == {"Pads", "Keyboard"}


def test_a_stroke_is_sounded_stamped_and_reported(studio):
    listener = Listener()
    listener.poll()
    before = local_micros()
    studio.send("Pads", 0x99, 38, 101)
    assert listener.sounded == [PlayNow(38, 101)]
    struck = listener.events[-1]
    assert struck == PadStroke(struck.at, 38, 101, "Pads")
    assert before <= struck.at <= local_micros()


@pytest.mark.parametrize(
    "message",
    [(0x90, 38, 0), (0x80, 38, 64), (0xB0, 4, 90), (0xC0, 5), (0xF8,), (), (38, 1), (0x90, 38), (0x90, 200, 1)],
)
def test_messages_that_are_not_strokes_do_nothing(studio, message):
    listener = Listener()
    listener.poll()
    studio.send("Pads", *message)
    assert not listener.sounded
    assert len(listener.events) == 1


def test_a_port_plugged_in_is_noticed_and_named(studio):
    listener = Listener()
    listener.poll()
    studio.ports.append("Drum kit")
    listener.poll()
    listener.poll()
    assert [len(status.open) for status in listener.events] == [2, 3]
    assert "Drum kit" in listener.events[-1].open


def test_an_unplugged_port_is_closed_and_reported(studio):
    listener = Listener()
    listener.poll()
    studio.ports.remove("Pads")
    listener.poll()
    assert studio.listeners.keys() == {"Keyboard"}
    assert listener.events[-1] == MidiStatus(("Keyboard",), ("Keyboard",), "")


def test_closing_releases_all_clients(studio):
    listener = Listener()
    listener.poll()
    listener.close()
    listener.close()
    assert not studio.listeners
    assert not studio.clients


def test_polling_makes_no_new_clients(studio):
    listener = Listener()
    listener.poll()
    made = studio.made
    for _ in range(5):
        listener.poll()
    assert studio.made == made


def test_one_port_can_be_chosen_before_it_is_plugged_in(studio):
    listener = Listener()
    listener.choose(ChooseMidi("drum"))
    assert not studio.listeners
    assert "drum" in listener.events[-1].problem
    studio.ports.append("Drum kit")
    listener.poll()
    assert listener.events[-1] == MidiStatus(("Pads", "Keyboard", "Drum kit"), ("Drum kit",), "")
    listener.choose(ChooseMidi(None))
    assert len(listener.events[-1].open) == 3


def test_a_port_in_use_elsewhere_is_named_and_the_others_work(studio):
    studio.taken.add("Pads")
    listener = Listener()
    listener.poll()
    assert "Pads" in listener.events[-1].problem
    assert listener.events[-1].open == ("Keyboard",)
    assert studio.clients == 2  # the one that watches and the keyboard's
    studio.taken.clear()
    listener.poll()
    assert listener.events[-1].problem == ""


def test_a_missing_midi_system_is_reported_once_and_tried_again(studio, monkeypatch):
    monkeypatch.setattr(midi_watcher_io, "RETRY_AFTER", 0)
    studio.working = False
    listener = Listener()
    listener.poll()
    listener.poll()
    assert listener.events == [MidiStatus((), (), midi_backend_io.NO_SYSTEM)]
    studio.working = True
    listener.poll()
    assert listener.events[-1].open == ("Pads", "Keyboard")


def test_a_missing_binding_is_reported_with_how_to_install_it(monkeypatch):
    for name in BINDINGS:
        monkeypatch.setitem(sys.modules, name, None)
    listener = Listener()
    listener.poll()
    listener.poll()
    assert listener.events == [MidiStatus((), (), midi_backend_io.NOT_INSTALLED)]
    assert midi_backend_io.PACKAGE in midi_backend_io.NOT_INSTALLED


def test_a_binding_without_its_library_is_reported_with_what_to_install(monkeypatch, tmp_path):
    for name in BINDINGS:
        monkeypatch.delitem(sys.modules, name, raising=False)
        (tmp_path / f"{name}.py").write_text("raise ImportError('libasound.so.2: cannot open shared object file')")
    monkeypatch.syspath_prepend(tmp_path)
    listener = Listener()
    listener.poll()
    assert listener.events == [MidiStatus((), (), midi_backend_io.NO_LIBRARY)]


def test_ports_of_the_system_are_no_instruments(studio):
    studio.ports = ["Midi Through:Midi Through Port-0 14:0", "Drum Circle:pads", "Pads"]
    listener = Listener()
    listener.poll()
    assert listener.events[-1].ports == ("Pads",)


def test_a_chosen_kit_is_used_again_under_another_number(studio):
    studio.ports = ["TD-17:TD-17 MIDI 1 20:0"]
    listener = Listener()
    listener.choose(ChooseMidi("TD-17:TD-17 MIDI 1 20:0"))
    assert listener.events[-1].open == ("TD-17:TD-17 MIDI 1",)
    studio.ports = ["Keyboard", "TD-17:TD-17 MIDI 1 24:0"]
    listener.poll()
    assert (listener.events[-1].open, listener.events[-1].problem) == (("TD-17:TD-17 MIDI 1",), "")
    assert studio.listeners.keys() == {"TD-17:TD-17 MIDI 1 24:0"}


@pytest.mark.parametrize("twins", [["Nitro 20:0", "Nitro 24:0"], ["Nitro", "Nitro"]])
def test_two_kits_of_one_name_are_both_heard_and_named_apart(studio, twins):
    studio.ports = twins
    listener = Listener()
    listener.poll()
    assert listener.events[-1].open == ("Nitro", "Nitro #2")
    assert studio.opened == [0, 1]
    listener.choose(ChooseMidi("Nitro #2"))
    assert listener.events[-1].open == ("Nitro #2",)


def test_a_kits_own_notes_become_pads_and_its_cymbals_can_be_choked(studio):
    studio.ports = ["TD-17"]
    listener = Listener()
    listener.poll()
    studio.send("TD-17", 0x99, 58, 100)
    studio.send("TD-17", 0xB9, 4, 64)
    studio.send("TD-17", 0x99, 46, 80)
    studio.send("TD-17", 0xA9, 55, 127)
    studio.send("TD-17", 0xD9, 127)
    assert listener.sounded[:3] == [PlayNow(43, 100), PlayNow(23, 80), ChokePads((49,))]
    assert [event.pad for event in listener.events if isinstance(event, PadStroke)] == [43, 23]
    assert len(listener.sounded) == 4


def test_an_error_in_a_message_is_logged_and_reported_and_the_next_one_is_heard(studio, caplog):
    listener = Listener()
    listener.poll()
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(midi_io, "action_of", lambda kit, data, at: 1 / 0)
        studio.send("Pads", 0x99, 38, 101)
    assert "ZeroDivisionError" in caplog.text
    listener.poll()
    assert "Pads" in listener.events[-1].problem
    studio.send("Pads", 0x99, 38, 101)
    assert listener.sounded == [PlayNow(38, 101)]


def test_listing_ports_names_twins_apart(studio):
    studio.ports = ["Nitro 20:0", "Nitro 24:0"]
    watcher = MidiWatcher(MidiInput)
    assert [port.name for port in watcher.ports()[0]] == ["Nitro", "Nitro #2"]
    watcher.close()


def test_notes_assigned_to_controls_do_not_play_pads(studio):
    listener = Listener()
    listener.poll()
    key = ControlKey("Pads", "note", 9, 38)
    listener.set_controls(SetControls((key,)))
    for port, note in (("Pads", 38), ("Pads", 36), ("Keyboard", 38)):
        studio.send(port, 0x99, note, 127)
    studio.send("Pads", 0x89, 38, 0)
    assert listener.events[1] == ControlMoved(listener.events[1].at, key, 1.0)
    assert [stroke.pad for stroke in listener.sounded] == [36, 38]
    listener.set_controls(SetControls(learn=True))
    studio.send("Keyboard", 0xB0, 7, 127)
    assert isinstance(listener.events[-1], ControlMoved) and len(listener.sounded) == 2
