"""The demo's circle: only for this machine, and silent, because the player's window plays the sound."""

from pathlib import Path

from drumcircle_gui.conductor.conductor_state import start_or_stop
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.sound.messages import SILENT_DEVICE
from drumcircle_gui.sound.process.engine_io import EngineConfig

from .circle_screens import ConductorScreen


def demo_circle(name: str, data: Path) -> tuple[ServerConfig, EngineConfig]:
    """The circle, and its conductor's devices."""
    return ServerConfig(name=name, bind="127.0.0.1", data_dir=data / "demo"), EngineConfig(SILENT_DEVICE)


def start_playing(circle: ConductorScreen) -> None:
    """Start the circle."""
    circle.conductor.handle(start_or_stop(circle.state.circle))
