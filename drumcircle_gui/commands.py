"""Carries out the commands that open no window. `launch` chooses between them and the window.

Each imports only what it needs: bots start in a third of the time that everything takes.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from drumcircle_gui import settings
from drumcircle_gui.client.circle_state import CircleSnapshot, LinkState
from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.shell.options import (
    hub_config,
    login_name,
    recordings,
    reporting,
    rooms_config,
    server_config,
)
from drumcircle_gui.tasks import new_event_loop, prompt_process

if TYPE_CHECKING:
    from drumcircle_gui.conductor.host_io import ServerHost
    from drumcircle_gui.error_hooks import ErrorHooks
    from drumcircle_gui.mpd.model.rooms_state import UploadRow
    from drumcircle_gui.paths import Paths
    from drumcircle_gui.reach.verdict import Reachability

log = logging.getLogger(__name__)


def carry_out(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    """Run the command that `options` name; returns the exit status. DrumCircleError if it cannot be done."""
    return _COMMANDS[options.command](options, paths, hooks)


def _conduct(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    if options.script is not None:
        return _run(_run_script(options), hooks)
    if options.hub is not None:
        return _use_hub(options, paths, hooks)
    return _run(_host(options, paths), hooks)


def _join(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    return _run(_play(options, paths), hooks)


def _bots(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    return _run(_play_bots(options), hooks)


def _rooms(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    return _run(_serve_rooms(options, paths), hooks)


def _upload(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    return _run(_upload_files(options, paths), hooks)


def _hub(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    return _run(_serve_hub(options, paths), hooks)


def _users(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    from drumcircle_gui.hub.accounts.users_io import manage_users
    from drumcircle_gui.timing.units import wall_micros

    print("\n".join(manage_users(paths.data / "hub", options.action, options.names, wall_micros())))
    return 0


def _use_hub(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    """A command for people who use a hub."""
    from drumcircle_gui.shell import hub_commands

    async def tell() -> int:
        print(await hub_commands.COMMANDS[options.command](options, paths), flush=True)
        return 0

    return _run(tell(), hooks)


def _link(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    from drumcircle_gui.installation.links_io import install_links, remove_links

    remove_links() if options.remove else install_links()
    print("Invites no longer open this program." if options.remove else "Invites now open Drum Circle.")
    return 0


def _doctor(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    from drumcircle_gui import doctor

    print(doctor.table(doctor.examine()))
    if options.picture is not None:
        doctor.draw_start_page(options.picture)
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace, Paths, ErrorHooks], int]] = {
    "conduct": _conduct,
    "join": _join,
    "bots": _bots,
    "rooms": _rooms,
    "upload": _upload,
    "hub": _hub,
    "circles": _use_hub,
    "users": _users,
    "account": _use_hub,
    "fetch": _use_hub,
    "link": _link,
    "doctor": _doctor,
}


def _run(work: Coroutine[Any, Any, int], hooks: ErrorHooks) -> int:
    with prompt_process(), asyncio.Runner(loop_factory=new_event_loop) as runner:
        hooks.watch(runner.get_loop())
        return runner.run(work)


async def _host(options: argparse.Namespace, paths: Paths) -> int:
    """Serve a circle without a window. The circle starts at once, since there is no Start button."""
    if options.connect is not None:
        raise DrumCircleError("Conducting elsewhere needs a window.", "Leave out --headless, or --connect.")
    from drumcircle_gui.conductor.host_io import ServerHost

    with reporting(options.report) as report:
        on_reach = (lambda reach: _print_invites(host, reach)) if options.open_port else None
        config = server_config(options, paths, running=True)
        host: ServerHost = ServerHost(
            *(config, report, recordings(options, paths)), on_reach=on_reach, open_port=options.open_port
        )
        async with _interruption() as interrupted, contextlib.AsyncExitStack() as afterwards:
            afterwards.push_async_callback(host.close)
            await host.start()
            _print_invites(host)
            host.server.on_renewed = lambda: _print_invites(host)
            await interrupted.wait()
    return 0


def _print_invites(host: ServerHost, reach: Reachability | None = None) -> None:
    """Print a line of JSON: the invites, and the port; or from where the server can be reached (see `Form`), and the
    invites with the address that reaches farthest."""
    from drumcircle_gui.conductor.invite_address import with_address

    if reach is None or reach.complete:
        invites = {"invite": host.server.invite, "conductor_invite": host.server.conductor_invite}
        lines = {name: str(with_address(invite, reach, "")) for name, invite in invites.items()}
        print(json.dumps(lines | ({"reach": reach.form.value} if reach else {"port": host.server.port})), flush=True)


async def _run_script(options: argparse.Namespace) -> int:
    """Carry out the commands of a script. Prints the result of each as a line of JSON on the standard output."""
    if options.connect is None:
        raise DrumCircleError("A script needs the circle that it conducts.", "Add --connect with a conductor's invite.")
    from drumcircle_gui.conductor.script_io import ScriptRunner, open_script, script_lines

    runner = ScriptRunner(
        options.connect, options.name or login_name(), lambda done: print(json.dumps(done), flush=True)
    )
    with contextlib.ExitStack() as files:
        standard = str(options.script) == "-"
        file = sys.stdin if standard else files.enter_context(open_script(options.script))
        async with _interruption() as interrupted:
            await _first(runner.run(script_lines(file)), interrupted.wait())
    return 1 if runner.failed else 0


async def _play(options: argparse.Namespace, paths: Paths) -> int:
    from drumcircle_gui.directory.joining import account_for
    from drumcircle_gui.player.player_io import Player
    from drumcircle_gui.shell.drum_choices import chosen_microphone, listening_without_window
    from drumcircle_gui.sound.process.engine_io import EngineConfig

    with reporting(options.report) as report:
        kept, _ = settings.load(paths.settings)
        microphone = chosen_microphone(kept.player.microphone, options.microphone) if options.microphone else None
        engine, waiting = EngineConfig(options.audio, options.midi_in, microphone), _ReconnectMessages()
        player = Player(
            options.invite,
            options.name or login_name(),
            *(engine, listening_without_window(options, kept.player)),
            on_state=lambda state: waiting.follow(state.circle),
            report=report,
            recordings=recordings(options, paths),
            account=account_for(options.invite, kept.hubs),
        )
        async with _interruption() as interrupted:
            await player.start()
            await _first(player.client.wait_ended(), interrupted.wait())
            problem = "" if interrupted.is_set() else player.client.circle.problem
            await player.close()
    return _farewell(problem)


async def _play_bots(options: argparse.Namespace) -> int:
    from drumcircle_gui.player.bots_io import Bots

    bots = Bots(options.invite, options.count, options.pattern, options.rate, on_circle=_ReconnectMessages().follow)
    async with _interruption() as interrupted:
        await _first(bots.run(options.seconds), interrupted.wait())
    problems = {client.circle.problem for client in bots.clients if not client.circle.me}
    print(json.dumps({"struck": bots.struck}))
    return _farewell("" if bots.struck or interrupted.is_set() else " ".join(sorted(problems)))


async def _serve_rooms(options: argparse.Namespace, paths: Paths) -> int:
    from drumcircle_gui.mpd.controller_io import RoomsController

    config, file = rooms_config(options, paths)
    with reporting(options.report) as report:
        rooms = RoomsController(config, file=file, report=report, listen=options.listen)
        async with _interruption() as interrupted, contextlib.AsyncExitStack() as afterwards:
            state = await rooms.start()
            afterwards.push_async_callback(rooms.close)
            print(json.dumps({"listening": state.listening}), flush=True)
            await interrupted.wait()
    return 0


async def _upload_files(options: argparse.Namespace, paths: Paths) -> int:
    from drumcircle_gui.mpd.transfer.command_io import send_files

    config, _ = rooms_config(options, paths)
    progress = _UploadProgress()
    async with _interruption() as interrupted:
        sending = asyncio.ensure_future(send_files(config, options.files, options.room, progress.follow))
        await _first(asyncio.wait([sending]), interrupted.wait())
        if not sending.done():
            sending.cancel()
        await asyncio.wait([sending])
    return 130 if sending.cancelled() else int(any(row.problem for row in sending.result()))


async def _serve_hub(options: argparse.Namespace, paths: Paths) -> int:
    from drumcircle_gui.hub.hub_io import Hub

    with reporting(options.report) as report:
        hub = Hub(hub_config(options, paths), report)
        async with _interruption() as interrupted, contextlib.AsyncExitStack() as afterwards:
            afterwards.push_async_callback(hub.close)
            await hub.start()
            link = HubAddress(hub.host, hub.port, hub.pin or NO_TLS).link(options.name)
            facts = {"hub": link, "port": hub.port, "web_port": hub.web_port, "circles": len(hub.circles)}
            code = {"first_administrators_code": hub.first_code} if hub.first_code else {}
            print(json.dumps(facts | code), flush=True)
            await interrupted.wait()
    return 0


class _UploadProgress:
    """Prints a line for each tenth of a room's upload, and for each stage."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}

    def follow(self, rows: tuple[UploadRow, ...]) -> None:
        for row in rows:
            share = f" {10 * row.done // row.size * 10} %" if row.stage == "copying" and row.size else ""
            line = f"{row.room}: {row.stage}{share}{'. ' * bool(row.problem)}{row.problem}"
            if self._said.get(row.room) != line:
                self._said[row.room] = line
                print(line, flush=True)


class _ReconnectMessages:
    """Prints a line when the connection is lost and the program reconnects, and for each player who waits to be
    admitted."""

    def __init__(self) -> None:
        self._said = self._waiting = False

    def follow(self, circle: CircleSnapshot) -> None:
        if circle.link is LinkState.RECONNECTING and not self._said:
            self._said = True
            print(f"Trying again: {circle.problem}", file=sys.stderr, flush=True)
        elif circle.link is LinkState.WAITING and not self._waiting:
            self._waiting = True
            print(circle.problem, file=sys.stderr, flush=True)
        elif circle.link is LinkState.JOINED:
            self._said = self._waiting = False


@contextlib.asynccontextmanager
async def _interruption() -> AsyncIterator[asyncio.Event]:
    """An event that Ctrl+C, SIGTERM or SIGHUP (the terminal was closed) sets; a second signal ends the program at once.

    Under nohup, SIGHUP stays ignored.
    """
    interrupted, loop = asyncio.Event(), asyncio.get_running_loop()
    before: dict[int, Any] = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    hangup = getattr(signal, "SIGHUP", None)  # Windows has none
    if hangup is not None and signal.getsignal(hangup) != signal.SIG_IGN:
        before[hangup] = signal.getsignal(hangup)

    def interrupt(number: int, _: object) -> None:
        signal.signal(number, before[number])
        loop.call_soon_threadsafe(interrupted.set)

    for number in before:
        signal.signal(number, interrupt)
    try:
        yield interrupted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


async def _first(*waits: Coroutine[Any, Any, object]) -> None:
    """Wait until one of the tasks ends, and cancel the others. Raises the exception of any of them."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    _, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.wait(tasks)
    for task in tasks:
        if not task.cancelled():
            task.result()


def _farewell(problem: str) -> int:
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0
