"""MIDI inputs against stand-ins for either binding, which keep their ports in a list."""

import sys
from types import SimpleNamespace

import pytest

from drumcircle_gui.sound.device import midi_backend_io
from drumcircle_gui.sound.device.midi_io import MidiInputs, matching
from drumcircle_gui.sound.messages import ChooseMidi, MidiStatus, PadStroke, PlayNow
from drumcircle_gui.timing.units import local_micros

JACK, DUMMY = 3, 9
BINDINGS = ("rtmidi", "supriya_midi")


class Studio:
    """What is plugged in, who listens, and what goes wrong. `modules` stand for both bindings, the other missing."""

    def __init__(self, binding="rtmidi"):
        self.ports = ["Pads", "Keyboard"]
        self.taken = set()
        self.listeners = {}
        self.made = 0
        self.clients = 0
        self.working = True
        module = {"rtmidi": self._rtmidi, "supriya_midi": self._supriya}[binding]()
        self.modules = {**dict.fromkeys(BINDINGS), binding: module}

    def _rtmidi(self):
        self._event = lambda *message: (([*message], 0.0), None)
        return SimpleNamespace(get_compiled_api=lambda: [2, JACK], MidiIn=lambda api, name: self._new(api), **ERRORS)

    def _supriya(self):
        self._event = lambda *message: ([*message], 0.0, None)
        apis = SimpleNamespace(RTMIDI_DUMMY=DUMMY)
        return SimpleNamespace(
            RtMidiAPI=apis, get_compiled_apis=lambda: [2, JACK, DUMMY], MidiIn=lambda api, _: self._new(api), **ERRORS
        )

    def _new(self, api):
        assert api != DUMMY
        if not self.working or api != JACK:
            raise FakeError("no such system")
        self.made += 1
        self.clients += 1
        return FakeInput(self)

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

    def open_port(self, index, _):
        name = self._studio.ports[index]
        if name in self._studio.taken:
            raise FakeError("busy")
        self._name = name
        self._studio.listeners[name] = self._callback

    def close_port(self):
        self._studio.listeners.pop(self._name, None)

    def delete(self):
        self._studio.clients -= 1


@pytest.fixture(params=BINDINGS)
def studio(request, monkeypatch):
    made = Studio(request.param)
    for name, module in made.modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    return made


class Listener(MidiInputs):
    def __init__(self):
        self.sounded, self.told = [], []
        super().__init__(self.sounded.append, self.told.append)


def test_all_ports_are_listened_to(studio):
    listener = Listener()
    listener.poll()
    assert listener.told == [MidiStatus(("Pads", "Keyboard"), ("Pads", "Keyboard"), "")]
    assert studio.listeners.keys() == {"Pads", "Keyboard"}


def test_a_stroke_is_sounded_stamped_and_told(studio):
    listener = Listener()
    listener.poll()
    before = local_micros()
    studio.send("Pads", 0x99, 38, 101)
    assert listener.sounded == [PlayNow(38, 101)]
    struck = listener.told[-1]
    assert struck == PadStroke(struck.at, 38, 101, "Pads")
    assert before <= struck.at <= local_micros()


@pytest.mark.parametrize(
    "message",
    [(0x90, 38, 0), (0x80, 38, 64), (0xB0, 4, 90), (0xC0, 5), (0xF8,), (), (38, 1), (0x90, 38), (0x90, 200, 1)],
)
def test_what_is_no_stroke_is_left_alone(studio, message):
    listener = Listener()
    listener.poll()
    studio.send("Pads", *message)
    assert not listener.sounded
    assert len(listener.told) == 1


def test_a_port_plugged_in_is_noticed_and_named(studio):
    listener = Listener()
    listener.poll()
    studio.ports.append("Drum kit")
    listener.poll()
    listener.poll()
    assert [len(told.open) for told in listener.told] == [2, 3]
    assert "Drum kit" in listener.told[-1].open


def test_a_port_pulled_out_is_closed_and_told(studio):
    listener = Listener()
    listener.poll()
    studio.ports.remove("Pads")
    listener.poll()
    assert studio.listeners.keys() == {"Keyboard"}
    assert listener.told[-1] == MidiStatus(("Keyboard",), ("Keyboard",), "")


def test_closing_lets_go_of_everything(studio):
    listener = Listener()
    listener.poll()
    listener.close()
    listener.close()
    assert not studio.listeners
    assert not studio.clients


def test_looking_round_makes_no_new_connections(studio):
    listener = Listener()
    listener.poll()
    made = studio.made
    for _ in range(5):
        listener.poll()
    assert studio.made == made


def test_one_port_can_be_chosen_and_waited_for(studio):
    listener = Listener()
    listener.choose(ChooseMidi("drum"))
    assert not studio.listeners
    assert "drum" in listener.told[-1].problem
    studio.ports.append("Drum kit")
    listener.poll()
    assert listener.told[-1] == MidiStatus(("Pads", "Keyboard", "Drum kit"), ("Drum kit",), "")
    listener.choose(ChooseMidi(None))
    assert len(listener.told[-1].open) == 3


def test_a_port_in_use_elsewhere_is_named_and_the_others_work(studio):
    studio.taken.add("Pads")
    listener = Listener()
    listener.poll()
    assert "Pads" in listener.told[-1].problem
    assert listener.told[-1].open == ("Keyboard",)
    assert studio.clients == 2  # the one that watches and the keyboard's
    studio.taken.clear()
    listener.poll()
    assert listener.told[-1].problem == ""


def test_no_midi_system_is_told_once_and_looked_for_again(studio):
    studio.working = False
    listener = Listener()
    listener.poll()
    listener.poll()
    assert listener.told == [MidiStatus((), (), midi_backend_io.NO_SYSTEM)]
    studio.working = True
    listener.poll()
    assert listener.told[-1].open == ("Pads", "Keyboard")


def test_without_a_binding_it_is_told_what_to_install(monkeypatch):
    for name in BINDINGS:
        monkeypatch.setitem(sys.modules, name, None)
    listener = Listener()
    listener.poll()
    listener.poll()
    assert listener.told == [MidiStatus((), (), midi_backend_io.NOT_INSTALLED)]
    assert midi_backend_io.PACKAGE in midi_backend_io.NOT_INSTALLED


def test_a_binding_without_its_library_is_told_with_what_to_install(monkeypatch, tmp_path):
    for name in BINDINGS:
        monkeypatch.delitem(sys.modules, name, raising=False)
        (tmp_path / f"{name}.py").write_text("raise ImportError('libasound.so.2: cannot open shared object file')")
    monkeypatch.syspath_prepend(tmp_path)
    listener = Listener()
    listener.poll()
    assert listener.told == [MidiStatus((), (), midi_backend_io.NO_LIBRARY)]


def test_loops_of_the_system_are_no_instruments(studio):
    studio.ports = ["Midi Through:Midi Through Port-0 14:0", "Drum Circle:pads", "Pads"]
    listener = Listener()
    listener.poll()
    assert listener.told[-1].ports == ("Pads",)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(None, ["Pads", "Pads 2"]), ("Pads", ["Pads"]), ("pads", ["Pads", "Pads 2"]), ("2", ["Pads 2"]), ("x", [])],
)
def test_an_exact_name_goes_before_a_part(wanted, found):
    assert matching(["Pads", "Pads 2"], wanted) == found
