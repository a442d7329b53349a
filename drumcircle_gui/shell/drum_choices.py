"""Converts microphone, pads, MIDI controls and MIDI output between the settings file, the command line and the sound
engine."""

import argparse
import re
from dataclasses import replace

from msgspec.structs import astuple

from drumcircle_gui.listening.controls.control_map import KINDS, Assignment, Target
from drumcircle_gui.listening.outputs.midi_out import SetUpMidiOut
from drumcircle_gui.listening.outputs.osc_messages import OscSetup
from drumcircle_gui.listening.player_state import ListeningState
from drumcircle_gui.settings import (
    ControlSettings,
    MicrophoneSettings,
    MidiOutSettings,
    PadSettings,
    PlayerSettings,
    StrokeSettings,
)
from drumcircle_gui.sound.control_messages import ControlKey
from drumcircle_gui.sound.messages import ChooseMicrophone, LearnedStroke, PadSetup, SetUpPads

NO_PORT = "none"
"""The value of `--midi-out` for no port."""

_CHANNEL = re.compile(r"(.+):(\d{1,3})$")


def chosen_microphone(kept: MicrophoneSettings, option: str | None = None) -> ChooseMicrophone:
    """The microphone of the settings, or the one that the option `--microphone` names, with the strokes learned."""
    strokes = tuple(LearnedStroke(each.pad, each.mean, each.spread, each.level) for each in kept.strokes)
    device, channel = (kept.device, kept.channel) if option is None else parse_microphone(option)
    return ChooseMicrophone(device, channel, kept.gate, strokes)


def kept_microphone(choice: ChooseMicrophone) -> MicrophoneSettings:
    """The settings for a choice."""
    strokes = tuple(StrokeSettings(each.pad, each.mean, each.spread, each.level) for each in choice.strokes)
    return MicrophoneSettings(choice.device, choice.channel, choice.gate, strokes)


def parse_microphone(option: str) -> tuple[str, int]:
    """The device and the channel, counted from 0, of `NAME` or `NAME:CHANNEL`."""
    match = _CHANNEL.match(option)
    return (match[1], max(int(match[2]), 1) - 1) if match else (option, 0)


def chosen_pads(kept: tuple[PadSettings, ...]) -> SetUpPads:
    """The set-up of kits from the settings."""
    return SetUpPads(tuple(PadSetup(*astuple(each)) for each in kept))


def kept_pads(setups: tuple[PadSetup, ...]) -> tuple[PadSettings, ...]:
    """The settings for kits."""
    return tuple(PadSettings(*astuple(each)) for each in setups)


def chosen_controls(kept: tuple[ControlSettings, ...]) -> tuple[Assignment, ...]:
    """The assignments of MIDI controls from the settings; targets that this version does not know are left out."""
    return tuple(
        Assignment(
            ControlKey(each.port, each.kind, each.channel, each.number),
            Target(each.target, each.name),  # type: ignore[arg-type]
            each.latching,
        )
        for each in kept
        if each.target in KINDS
    )


def kept_controls(assigned: tuple[Assignment, ...]) -> tuple[ControlSettings, ...]:
    """The settings for MIDI controls."""
    kept = ((each.key, each.target, each.latching) for each in assigned)
    return tuple(
        ControlSettings(key.port, key.kind, key.channel, key.number, target.kind, target.name, latching)
        for key, target, latching in kept
    )


def chosen_midi_out(kept: MidiOutSettings, options: argparse.Namespace) -> SetUpMidiOut:
    """The MIDI output from the settings; `--midi-out` names another port, `--midi-clock` adds the clock."""
    setup = SetUpMidiOut(*astuple(kept))
    port, clock = getattr(options, "midi_out", None) or setup.port, getattr(options, "midi_clock", False) or setup.clock
    return replace(setup, port=None if port == NO_PORT else port, clock=clock)


def listening_without_window(options: argparse.Namespace, kept: PlayerSettings) -> ListeningState:
    """The outputs of a player without a window: the MIDI output from the options, the others from the settings, too."""
    osc, midi_out = chosen_osc(kept, options.osc), chosen_midi_out(MidiOutSettings(), options)
    return ListeningState(midi_out=midi_out, osc=osc, link=kept.link)


def kept_midi_out(setup: SetUpMidiOut) -> MidiOutSettings:
    """The settings for a MIDI output."""
    return MidiOutSettings(*(getattr(setup, name) for name in MidiOutSettings.__struct_fields__))


def chosen_osc(kept: PlayerSettings, option: str | None = None) -> OscSetup:
    """The target and the contents of OSC messages from the settings; `--osc` names another target."""
    target = kept.osc if option is None else option
    return OscSetup(target, kept.osc_strokes, kept.osc_guide, kept.osc_beats, kept.osc_lead_ms)
