"""Commands of this program that run as processes of their own, such as the bots and the player of the demo."""

import argparse
import asyncio
import subprocess
from pathlib import Path

from drumcircle_gui.installation.command_io import command, environment
from drumcircle_gui.protocol.invite import Invite


class ChildPrograms:
    """Starts commands with the user's `--verbose`, and ends them together."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._verbose = ["--verbose"] if options.verbose else []
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> None:
        """Start a command with these arguments."""
        words = command(*arguments, *self._verbose)
        self._running.append(subprocess.Popen(words, stdin=subprocess.DEVNULL, env=environment()))

    def start_demo(self, invite: Invite, bots: int, folder: Path, name: str) -> None:
        """Start bots, and a player's window beside this one, for the player `name` with data in `folder`."""
        if bots:
            self.start("bots", str(invite), "--count", str(bots))
        self.start("join", str(invite), "--beside", "--no-record", "--name", name, "--data-dir", str(folder))

    def terminate(self) -> None:
        """Ask the processes to end."""
        for each in self._running:
            each.terminate()

    async def end(self) -> None:
        """End the processes, and wait for them."""
        running, self._running = self._running, []
        for each in running:
            each.terminate()
        for each in running:
            await asyncio.to_thread(each.wait)
