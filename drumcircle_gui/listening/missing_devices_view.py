"""Notices shown while a device, or a chosen kit, is missing on this machine."""

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.widgets.notice import Notice

from .device_notices import MIDI, SOUND
from .player_state import PlayerState

_tr = QCoreApplication.translate

MICROPHONE = "microphone"
KIT = "kit"
MIDI_OUT = "midi out"
MISSING = (MIDI, MICROPHONE, SOUND, KIT, MIDI_OUT)
"""The keys of these notices, which disappear when the cause does."""


def missing_devices(state: PlayerState) -> tuple[Notice, ...]:
    """The notices for `state`, the more important one last; see also `state.notices`."""
    device, midi, microphone = state.sound.device, state.sound.midi, state.sound.microphone
    found = []
    if midi and midi.problem and not midi.ports:
        found.append(Notice(MIDI, _tr("Devices", "No MIDI drum can be played."), translated(midi.problem), "warn"))
    if microphone and microphone.problem:
        found.append(
            Notice(MICROPHONE, _tr("Devices", "Your drum is not heard."), translated(microphone.problem), "warn")
        )
    if device and device.name is None and device.problem and all(each.code != SOUND for each in state.notices):
        found.append(Notice(SOUND, _tr("Devices", "You play without sound."), translated(device.problem), "bad"))
    kit = state.sound.kit
    if kit and kit.problems and state.kit.path is not None:
        found.insert(0, Notice(KIT, _tr("Devices", "Your kit is not complete."), translated(kit.problems[0]), "warn"))
    out = state.sound.midi_out
    if out and out.problem:
        found.insert(0, Notice(MIDI_OUT, _tr("Devices", "Nothing is sent by MIDI."), translated(out.problem), "warn"))
    return tuple(found)


def missing_choices(state: PlayerState) -> tuple[Notice, ...]:
    """Only the notices about a chosen microphone, kit or MIDI output: for conductors, who need no sound device."""
    return tuple(notice for notice in missing_devices(state) if notice.key in (MICROPHONE, KIT, MIDI_OUT))
