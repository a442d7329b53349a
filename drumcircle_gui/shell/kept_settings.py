"""The settings while the program runs: stores what the user chooses."""

from __future__ import annotations

import argparse
import dataclasses
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from drumcircle_gui import settings
from drumcircle_gui.directory.hub_address import KnownHub
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.settings import Appearance, KeySettings, PlayerSettings, StripSettings
from drumcircle_gui.timing.units import Micros

from .options import login_name
from .start.start_requests import AddHub, ForgetCircle, ForgetHosted, LaunchCircle

if TYPE_CHECKING:  # the first page needs none of them
    from drumcircle_gui.conductor.conductor_state import ConductorState, HubCircle
    from drumcircle_gui.conductor.conductor_view import ConductorView
    from drumcircle_gui.listening.mix import Mix
    from drumcircle_gui.listening.player_state import ListeningState, PlayerState
    from drumcircle_gui.player.player_view import PlayerView
    from drumcircle_gui.player.practice.practice_state import PracticeState
    from drumcircle_gui.player.practice.practice_view import PracticeView
    from drumcircle_gui.sound.process.engine_io import EngineConfig

    PlayingPage = ConductorView | PlayerView | PracticeView

log = logging.getLogger(__name__)


class KeptSettings:
    """The settings in `file`. `problem`: what is wrong with the file, or ""."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.now, self.problem = settings.load(file)
        self._mix: Mix | None = None

    @property
    def folder(self) -> Path:
        """The folder of the settings file."""
        return self._file.parent

    def keep(self, **slices: Any) -> None:
        """Replace these slices, and write the file. A failure to write is logged."""
        self.now = msgspec.structs.replace(self.now, **slices)
        try:
            settings.save(self.now, self._file)
        except DrumCircleError as error:
            log.warning("%s", error)

    def keep_start_choice(self, request: ForgetCircle | ForgetHosted | AddHub | Appearance) -> None:
        """Store the choices made on the start page."""
        match request:
            case ForgetCircle(invite):
                self.keep(player=self.now.player.without_recent(invite))
            case ForgetHosted(invite):
                self.keep(conductor=self.now.conductor.without_hosted(invite))
            case AddHub(address):
                self.keep(hubs=self.now.hubs.with_hub(str(address), address.pin))
            case Appearance(theme):
                self.keep(appearance=msgspec.structs.replace(self.now.appearance, theme=theme))

    def keep_launch(self, launch: LaunchCircle, *, recording: bool) -> None:
        """Store the configuration of a circle that was launched here."""
        values = {"name": launch.name, "port": launch.port, "tempo": launch.tempo, "recording": recording}
        meter = {"beats": launch.beats, "cycles": launch.cycles}
        self.keep(conductor=msgspec.structs.replace(self.now.conductor, **values, **meter))

    def keep_hosted(self, circle: HubCircle) -> None:
        """Keep the invites of a circle that was launched on a hub."""
        self.keep(conductor=self.now.conductor.with_hosted(str(circle.conductor_invite), str(circle.invite)))

    def keep_conducted(self, state: ConductorState) -> None:
        """Keep the conductor's drums, and the invites of a circle on a hub if they were replaced."""
        if state.playing is not None:
            self.keep_drums(state.playing)
        if state.circle.keys is None or state.hosting is None or not state.hosting.on_hub:
            return
        new, players = state.hosting.conductor_invite, str(state.hosting.invite)
        kept = (each for each, _ in self.now.conductor.hosted)
        old = next((each for each in kept if dataclasses.replace(Invite.parse(each), key=new.key) == new), None)
        if old is not None and old != str(new):
            self.keep(conductor=self.now.conductor.with_renewed(old, str(new), players))

    def hosted(self, invite: Invite) -> HubCircle | None:
        """The circle on a hub that has this conductor's invite; None if it was not launched from here."""
        from drumcircle_gui.conductor.conductor_state import HubCircle

        players = dict(self.now.conductor.hosted).get(str(invite))
        return HubCircle(Invite.parse(players), invite) if players else None

    def listening(self, circle: str, options: argparse.Namespace) -> ListeningState:
        """Mix, volumes, trim and outputs for a circle of this name; options of the command line have priority."""
        from drumcircle_gui.listening.mix import Mix
        from drumcircle_gui.listening.player_state import ListeningState, Volumes

        from .drum_choices import chosen_controls, chosen_midi_out, chosen_osc

        player = self.now.player
        volumes = Volumes(player.gain, player.guide, player.own, player.loop)
        mix, controls = Mix(player.mixes.get(circle, {})), chosen_controls(player.controls)
        midi_out, osc = chosen_midi_out(player.midi_out, options), chosen_osc(player, getattr(options, "osc", None))
        outputs = {"midi_out": midi_out, "osc": osc, "link": player.link}
        return ListeningState(mix, volumes, Micros(player.trim), controls=controls, **outputs)  # type: ignore[arg-type]

    def keep_hubs(self, answered: list[KnownHub]) -> None:
        """Keep the pins of hubs that have answered."""
        hubs = self.now.hubs
        for hub in answered:
            hubs = hubs.with_pin(str(hub.address), hub.address.pin)
        if hubs != self.now.hubs:
            self.keep(hubs=hubs)

    def keep_playing(self, intent: object, circle: str) -> None:
        """Store devices, volumes and mix. Frequent changes, such as those of sliders, are written with the next other
        change."""
        from drumcircle_gui.listening.outputs.midi_out import SetUpMidiOut
        from drumcircle_gui.listening.player_state import ChooseDevices, SetStrip, SetTrim, Volumes

        from .drum_choices import kept_midi_out

        player = self.now.player
        match intent:
            case ChooseDevices(audio, midi_in):
                self.keep(player=msgspec.structs.replace(player, audio=audio, midi_in=midi_in))
            case SetUpMidiOut():
                self.keep(player=msgspec.structs.replace(player, midi_out=kept_midi_out(intent)))
            case SetTrim(by):
                self.keep(player=msgspec.structs.replace(player, trim=by))
            case Volumes(gain, guide, own, loop):
                self._keep_later(msgspec.structs.replace(player, gain=gain, guide=guide, own=own, loop=loop))
            case SetStrip(name, strip, _):
                self._keep_later(player.with_strip(circle, name, strip))

    def follow_page(self, page: PlayingPage, circle: str) -> None:
        """Set a page's keys to the stored ones, and store what is chosen there."""
        page.pads.set_keys(self.now.player.keys)
        page.pads.chosen.connect(self._keep_keys)
        page.requested.connect(lambda intent: self.keep_playing(intent, circle))

    def _keep_keys(self, keys: KeySettings) -> None:
        self._keep_later(msgspec.structs.replace(self.now.player, keys=keys))

    @property
    def name(self) -> str:
        """The user's name for other members."""
        return self.now.player.name or login_name()

    def keep_name(self, name: str) -> None:
        """Store the user's name for other members."""
        self.keep(player=msgspec.structs.replace(self.now.player, name=name))

    def engine(self, options: argparse.Namespace) -> EngineConfig:
        """The devices from the options, or else from the settings."""
        from drumcircle_gui.sound.process.engine_io import EngineConfig

        from .drum_choices import chosen_microphone, chosen_pads

        usual = self.now.player
        audio, midi_in = getattr(options, "audio", None), getattr(options, "midi_in", None)
        microphone = chosen_microphone(usual.microphone, getattr(options, "microphone", None))
        devices = (audio or usual.audio, midi_in or usual.midi_in, microphone)
        return EngineConfig(*devices, chosen_pads(usual.pads), usual.kit)

    def keep_drums(self, state: PlayerState) -> None:
        """Store microphone, pads and MIDI controls with what was learned, and the volumes and levels that controls have
        set. Changes by sliders are written with the next other change."""
        from .drum_choices import kept_controls, kept_microphone, kept_pads

        before, volumes = self.now.player, state.listening.volumes
        microphone, pads = kept_microphone(state.microphone.choice), kept_pads(state.pads.setups)
        levels = {"gain": volumes.circle, "guide": volumes.guide, "own": volumes.own, "loop": volumes.loop}
        drums = {"microphone": microphone, "pads": pads, "kit": state.kit.path}
        controls = kept_controls(state.controls.assigned)
        now = msgspec.structs.replace(before, **levels, **drums, controls=controls)
        if state.circle.name and state.listening.mix is not self._mix:
            self._mix = state.listening.mix
            now = _with_mix(now, state.circle.name, self._mix)
        if now == before:
            return
        self._keep_later(now)
        if microphone.strokes != before.microphone.strokes or microphone.device != before.microphone.device:
            self.keep()

    def keep_practice(self, state: PracticeState) -> None:
        """Store the practice's settings, the best points, and the drums. They are written with the next
        other change."""
        from .practice_screen import kept_practice

        kept = kept_practice(self.now.practice, state)
        if kept != self.now.practice:
            self.now = msgspec.structs.replace(self.now, practice=kept)
        self.keep_drums(state.player)

    def keep_conducting(self, intent: object) -> None:
        """Store what the conductor chooses."""
        from drumcircle_gui.conductor.remembered import remembered

        if (conductor := remembered(self.now.conductor, intent)) != self.now.conductor:
            self.keep(conductor=conductor)

    def _keep_later(self, player: PlayerSettings) -> None:
        self.now = msgspec.structs.replace(self.now, player=player)


def _with_mix(player: PlayerSettings, circle: str, mix: Mix) -> PlayerSettings:
    """A copy with the strips of `mix` that differ from those stored for `circle`."""
    kept = player.mixes.get(circle, {})
    for name, strip in mix.strips.items():
        if strip != kept.get(name, StripSettings()):
            player = player.with_strip(circle, name, strip)
    return player
