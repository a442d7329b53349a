"""mpc as a client of the proxy over two rooms, with a scene for each of its subcommands."""

import subprocess
from collections.abc import Callable

from .house import NOISE, House

TO_ANSWER = 20.0

Scene = Callable[["Mpc"], None]
scenes: dict[str, Scene] = {}


class Mpc:
    def __init__(self, house: House) -> None:
        self.house = house

    def __call__(self, *words: str, fails: bool = False, quiet: bool = True) -> str:
        """Run mpc; return its output."""
        done = self.run(*(("-q",) if quiet else ()), *words)
        assert bool(done.returncode) == fails, done
        return done.stdout.decode()

    def run(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run([*self._command(), *words], capture_output=True, timeout=TO_ANSWER)

    def start(self, *words: str) -> "subprocess.Popen[str]":
        unbuffered = ("stdbuf", "-oL")  # or what it says to a pipe stays with it
        return subprocess.Popen([*unbuffered, *self._command(), *words], stdout=subprocess.PIPE, text=True)

    def playing(self, place: int = 0) -> None:
        """Queue all four songs, and play the one at `place` in both rooms."""
        self.house.fresh(*NOISE)
        self.house.ask("play", str(place))
        self.house.all_say(state="play", song=str(place))

    def _command(self) -> list[str]:
        return ["mpc", "-h", self.house.proxy.host, "-p", str(self.house.proxy.port)]


def scene(function: Scene) -> Scene:
    scenes[function.__name__.strip("_").replace("_", "-")] = function
    return function
