"""The command line: the commands, their options and help texts. `launch` starts them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from drumcircle_gui import __version__
from drumcircle_gui.defaults import DEFAULT_PORT, LOG_VARIABLE
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation.command_io import SOUND_PROCESS
from drumcircle_gui.shell.argument_types import (
    about_line,
    add_devices,
    circle_name,
    hub_address,
    hub_limit,
    invite_text,
    listen_address,
    plain_text,
    rate,
    seconds,
    target,
    tempo,
    whole_number,
)
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, MAX_PERIOD_CYCLES

UPLOAD = "rooms upload"
HUB_USERS = "hub users"
FETCH = "recordings fetch"
LIMITS = "of `circles`, circles of `each` account or address, `players` of a circle, MiB of `recordings` of each"
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 done, 1 it could not be done, 2 wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [SOUND_PROCESS]:
        from drumcircle_gui.sound.process import process_io

        process_io.main(words[1:])
    options = parser().parse_args(words)
    from drumcircle_gui.launch import launch

    try:
        return launch(options)
    except DrumCircleError as error:
        print(f"{error.what} {error.todo}".strip(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


class _Parser(argparse.ArgumentParser):
    """A parser that joins commands of two words, such as `rooms upload`, into one name."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        for name in (UPLOAD, HUB_USERS, FETCH):
            at = next((at for at in (0, 1, 2) if words[at : at + 2] == name.split()), None)
            if at is not None:
                words[at : at + 2] = [name]
        return super().parse_known_args(words, namespace)


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = _Parser(
        prog="drumcircle",
        description="Play drums together across the internet: everyone hears everyone one period later, exactly in "
        "time. Without a command, a window opens where you choose.",
    )
    top.add_argument("--version", action="version", version=f"Drum Circle {__version__}")
    _add_common(top)
    top.set_defaults(command="start", data_dir=None, verbose=False)
    commands = top.add_subparsers(metavar="COMMAND", title="commands", parser_class=argparse.ArgumentParser)
    _add_conduct(commands)
    _add_join(commands)
    _add_bots(commands)
    _add_demo(commands)
    _add_practice(commands)
    _add_rooms(commands)
    _add_upload(commands)
    _add_hub(commands)
    _add_hub_users(commands)
    _add_account(commands)
    _add_circles(commands)
    _add_fetch(commands)
    _add_open(commands)
    _add_link(commands)
    _add_doctor(commands)
    return top


def _add_conduct(commands: Commands) -> None:
    conduct = _command(commands, "conduct", "launch a circle and lead it, or lead one that runs elsewhere")
    conduct.add_argument("--name", type=circle_name, default=None, help="what the circle is called")
    conduct.add_argument(
        "--as", dest="member", type=circle_name, default=None, metavar="NAME", help="your name for the others"
    )
    about = f"TCP port to listen on (default {DEFAULT_PORT})"
    conduct.add_argument("--port", type=whole_number(0, 65_535), default=None, help=about)
    _add_bind(conduct)
    conduct.add_argument("--tempo", type=tempo, default=None, metavar="BPM", help="30 to 400 beats per minute")
    beats, cycles = whole_number(1, MAX_CYCLE_BEATS), whole_number(1, MAX_PERIOD_CYCLES)
    conduct.add_argument("--beats", type=beats, default=None, help="beats in a cycle (default 16)")
    conduct.add_argument("--cycles", type=cycles, default=None, help="cycles until a stroke comes round (default 1)")
    conduct.add_argument("--headless", action="store_true", help="no window: print the invites as JSON, and serve")
    conduct.add_argument("--no-tls", dest="tls", action="store_false", help="do not encrypt (a trusted network only)")
    conduct.add_argument(
        "--entry", choices=("open", "invite", "knock", "account"), help="how players without an invite come in"
    )
    conduct.add_argument("--open-port", action="store_true", help="have the router let players in (UPnP, NAT-PMP)")
    _add_hub_address(conduct, "launch it on this hub: HOST, HOST:PORT or its link")
    about = "with --hub: a line about the circle, for the list"
    conduct.add_argument("--about", type=about_line, default="", metavar="TEXT", help=about)
    conduct.add_argument("--unlisted", dest="listed", action="store_false", help="with --hub: leave it out of the list")
    conduct.add_argument("--announce", type=hub_address, metavar="HUB", help="list the circle on this hub")
    add_devices(conduct)
    conduct.add_argument(
        "--connect", type=invite_text, metavar="INVITE", help="lead the circle of this conductor's invite"
    )
    conduct.add_argument(
        "--script",
        type=Path,
        metavar="FILE",
        help="with --connect: no window; do what the JSON lines of this file say (- for standard input), then leave",
    )
    _add_record(conduct)
    _add_report(conduct, "a line per second: players, strokes, batches, bytes, lateness of ticks")


def _add_join(commands: Commands) -> None:
    join = _command(commands, "join", "play in a circle")
    join.add_argument("invite", type=invite_text, metavar="INVITE", help="drumcircle://..., as the conductor sent it")
    join.add_argument("--name", type=circle_name, default=None, help="your name for the others")
    add_devices(join)
    join.add_argument("--beside", action="store_true", help="open the window at the right edge of the screen")
    join.add_argument("--headless", action="store_true", help="no window")
    _add_record(join)
    _add_report(join, "a line per stroke heard and per clock exchange")


def _add_bots(commands: Commands) -> None:
    from drumcircle_gui.player.bot_patterns import PATTERNS

    bots = _command(commands, "bots", "let bots play in a circle")
    bots.add_argument("invite", type=invite_text, metavar="INVITE", help="drumcircle://...")
    bots.add_argument("--count", type=whole_number(1, 2000), default=4, help="how many (default 4)")
    bots.add_argument("--rate", type=rate, default=None, metavar="STROKES_PER_SECOND", help="each; default: as written")
    bots.add_argument("--pattern", choices=sorted(PATTERNS), default="circle", help="their pattern (default circle)")
    bots.add_argument(
        "--seconds", type=seconds, default=None, metavar="S", help="how long (default: until interrupted)"
    )


def _add_demo(commands: Commands) -> None:
    demo = _command(commands, "demo", "a circle on this machine: conductor, bots, and you with a player window")
    demo.add_argument("--bots", type=whole_number(0, 200), default=4, help="how many bots (default 4)")


def _add_practice(commands: Commands) -> None:
    practice = _command(commands, "practice", "play by yourself, with a guide, bots and a score for each cycle")
    practice.add_argument("--tempo", type=tempo, default=None, metavar="BPM", help="30 to 400 beats per minute")
    practice.add_argument(
        "--beats", type=whole_number(1, MAX_CYCLE_BEATS), default=None, help="beats in a cycle (default: the last ones)"
    )
    practice.add_argument("--bots", type=whole_number(0, 6), default=None, help="how many bots play along")
    add_devices(practice)


def _add_rooms(commands: Commands) -> None:
    rooms = _command(commands, "rooms", "keep MPD servers in several rooms together, for any MPD client")
    rooms.add_argument(
        "config",
        type=Path,
        nargs="?",
        metavar="CONFIG",
        help="the rooms: TOML, or lines `host:port [user] [music directory]` (default: the user's own file)",
    )
    rooms.add_argument(
        "--listen",
        type=listen_address,
        default=None,
        metavar="HOST:PORT",
        help="address for clients, instead of the file's",
    )
    rooms.add_argument("--headless", action="store_true", help="no window: print the address as JSON, and serve")
    _add_report(rooms, "per room and second latency, loss, skew and its uncertainty; commands; corrections")


def _add_upload(commands: Commands) -> None:
    upload = _command(commands, UPLOAD, "copy music to the folders of rooms, and let their MPDs know")
    upload.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a file, or a folder with music")
    upload.add_argument(
        "--room",
        type=plain_text,
        default=None,
        metavar="NAME",
        help="one room only (default: all that have a folder)",
    )
    upload.add_argument("--config", type=Path, default=None, metavar="CONFIG", help="the rooms, as for `rooms`")
    upload.set_defaults(command="upload")


def _add_hub(commands: Commands) -> None:
    hub = _command(commands, "hub", "host circles for conductors elsewhere, and list them, without a window")
    _add_bind(hub)
    about = f"TCP port to listen on (default {DEFAULT_PORT})"
    hub.add_argument("--port", type=whole_number(0, 65_535), default=DEFAULT_PORT, help=about)
    hub.add_argument("--name", type=circle_name, default="Drum Circle hub", help="name of the hub")
    hub.add_argument(
        "--public-address", type=plain_text, default="", metavar="HOST", help="the host's name or address for invites"
    )
    hub.add_argument("--no-tls", dest="tls", action="store_false", help="do not encrypt (a trusted network only)")
    hub.add_argument("--registered", action="store_true", help="only people with an account may create circles")
    hub.add_argument(
        "--limit", dest="limits", action="append", default=[], type=hub_limit, metavar="NAME=N", help=LIMITS
    )
    hub.add_argument("--take-over", action="store_true", help="replace the hub that runs in the same data directory")
    about = "port of a page with the circles"
    hub.add_argument("--web-port", type=whole_number(0, 65_535), default=None, metavar="P", help=about)
    hub.add_argument("--certificate", type=Path, metavar="PEM", help="serve the page by HTTPS with this certificate")
    hub.add_argument("--private-key", type=Path, metavar="PEM", help="its key, if it is not in the same file")
    _add_record(hub)
    _add_report(hub, "a line per second: players, strokes, batches, bytes, lateness of ticks")


def _add_hub_users(commands: Commands) -> None:
    users = _command(commands, HUB_USERS, "list the accounts of the hub on this machine, and change them")
    changes = "approve", "enable", "disable", "player", "conductor", "administrator"
    actions = "list", *changes, "log", "logins", "end-login"
    users.add_argument("action", choices=actions, nargs="?", default="list", help="what to do (default list)")
    whose = "names of accounts; for end-login, an account and ids from `logins`"
    users.add_argument("names", nargs="*", type=plain_text, metavar="NAME", help=whose)
    users.set_defaults(command="users")


def _add_account(commands: Commands) -> None:
    account = _command(commands, "account", "register with a hub that keeps accounts, log in and out")
    account.add_argument("action", choices=("register", "login", "logout", "password"), help="what to do")
    _add_hub_address(account, "default: the last one")
    account.add_argument("--name", type=circle_name, default=None, help="the account's name (default: yours)")
    account.add_argument("--mail", type=plain_text, default="", help="for register: your mail address")
    account.add_argument("--code", type=plain_text, default="", help="for register: the first administrator's code")


def _add_circles(commands: Commands) -> None:
    circles = _command(commands, "circles", "list the circles of a hub")
    about = "words in the name or the description"
    circles.add_argument("search", nargs="*", type=plain_text, metavar="WORD", help=about)
    _add_hub_address(circles, "HOST, HOST:PORT or its link (default: the last one)")
    circles.add_argument("--json", action="store_true", help="a JSON object for each circle")


def _add_fetch(commands: Commands) -> None:
    fetch = _command(commands, FETCH, "fetch the recordings of a circle from the page of its hub")
    about = "the conductor's invite: its key gives access, so use https except on this machine"
    fetch.add_argument("invite", type=invite_text, metavar="INVITE", help=about)
    fetch.add_argument("--web", metavar="URL", help="address of the hub's page (default: https:// and the hub's host)")
    fetch.add_argument(
        "--to", type=Path, metavar="FOLDER", help="folder to save them in (default: the one of your own recordings)"
    )
    fetch.set_defaults(command="fetch")


def _add_hub_address(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument("--hub", type=hub_address, default=None, metavar="HUB", help=about)


def _add_open(commands: Commands) -> None:
    opened = _command(commands, "open", "open an invite that you clicked on, or a recording")
    opened.add_argument(
        "target", type=target, nargs="?", metavar="LINK_OR_FILE", help="an invite, or a *.drumcircle file"
    )


def _add_link(commands: Commands) -> None:
    link = _command(commands, "link", "have drumcircle:// links open this program, for this user")
    link.add_argument("--install", action="store_true", help="(default)")
    link.add_argument("--remove", action="store_true", help="undo that")


def _add_doctor(commands: Commands) -> None:
    doctor = _command(commands, "doctor", "a table of what this machine has and what is missing")
    doctor.add_argument("--picture", type=Path, metavar="FILE", help="also draw the start page into a PNG file")


def _command(commands: Commands, name: str, about: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    command.set_defaults(command=name)
    _add_common(command)
    return command


def _add_bind(command: argparse.ArgumentParser) -> None:
    about = "address to listen on (default: all)"
    command.add_argument("--bind", type=plain_text, default="", metavar="ADDRESS", help=about)


def _add_record(command: argparse.ArgumentParser) -> None:
    command.add_argument("--no-record", dest="record", action="store_false", help="do not record the circle")


def _add_common(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--verbose",
        action="store_true",
        default=argparse.SUPPRESS,
        help=f"log every detail to the log file (the same as {LOG_VARIABLE}=debug in the environment)",
    )
    command.add_argument(
        "--data-dir",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="D",
        help="folder for keys, settings and logs (default: per user)",
    )


def _add_report(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument("--report", type=Path, metavar="FILE", help=f"append JSON lines: {about}")
