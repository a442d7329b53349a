"""Makes and repairs the virtual environment that Drum Circle and its tests run in.

The environment is `.venv`, or the folder of the project that the variable DRUMCIRCLE_VENV names. Standard library only,
and no syntax newer than that of Python 3.8: an older Python must get as far as the message that it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_VENV = ".venv"
VENV = ROOT / os.environ.get("DRUMCIRCLE_VENV", DEFAULT_VENV)
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UNFINISHED = VENV / "unfinished"
OLDEST = (3, 11)
OPTIONAL = "requirements-optional.txt"
PIP_LOG = VENV / "optional.log"


def guarded(main: Callable[[list[str]], int]) -> int:
    """Run a script's `main` with the command line's arguments; returns the exit code.

    Of `system.Unready` only the message is printed, without a traceback. 130: interrupted with Ctrl-C.
    """
    try:
        _check_python()
        return main(sys.argv[1:])
    except system.Unready as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


def needs(*files: str) -> tuple[system.Need, ...]:
    """The system's packages that `prepare` needs; none once the environment is complete."""
    return () if _ready(files) else system.VENV


def prepare(*files: str) -> Path:
    """Install what these requirement files of `packaging/` name; returns the path of the environment's Python.

    Does nothing if all of it is installed. Each package of OPTIONAL is tried once; if it cannot be installed, a message
    says so. Raises `system.Unready` if a required package cannot be installed.
    """
    if not _ready(files):
        try:
            _make(files)
        except PermissionError as error:
            raise system.Unready(
                f"You may not write to {error.filename or VENV}.", "Use a copy of the project in a folder of your own."
            ) from None
    return PYTHON


def say(message: str) -> None:
    """Print a message for the user, on stderr."""
    print(message, file=sys.stderr, flush=True)


def _check_python() -> None:
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise system.Unready(
            f"Drum Circle needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {found}.",
            "Install a newer Python and use it to start this command.",
        )


def _make(files: Sequence[str]) -> None:
    with _locked():
        if UNFINISHED.exists() or not _works():
            _make_venv()
        missing = [name for name in files if not _installed(name)]
        if missing:
            _install(missing)


def _make_venv() -> None:
    say(f"Making a virtual environment in {VENV.name}")
    # The Python of the environment itself cannot rebuild it.
    python = getattr(sys, "_base_executable", None) or sys.executable
    _run([python, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made.")


def _install(files: Sequence[str]) -> None:
    say(f"Installing the packages of {' and '.join(files)} (only once; this may take a few minutes)")
    UNFINISHED.touch()
    required = [option for name in files if name != OPTIONAL for option in ("-r", str(_path(name)))]
    if required:
        _run(_pip("--quiet", *required), "The packages could not be installed. The messages of pip above say why.")
    if OPTIONAL in files:
        _install_optional()
    _make_importable()
    for name in files:
        _stamp(name).write_text(_digest(name))
    UNFINISHED.unlink()


def _install_optional() -> None:
    """Install each optional package that has a wheel for this machine; a message names each that has none.

    Packages are not built from source: that takes a compiler, and minutes.
    """
    optional = _optional()
    with PIP_LOG.open("wb") as log:

        def installed(*requirements: str) -> bool:
            command = _pip("--only-binary", ":all:", *requirements)
            return not subprocess.run(command, stdout=log, stderr=subprocess.STDOUT).returncode

        if installed(*[requirement for requirement, _ in optional]):  # all in one go takes a third of the time
            return
        for requirement, purpose in optional:
            if not installed(requirement):
                say(
                    f"There will be no {purpose}: {requirement.partition('=')[0]} could not be installed. "
                    f"The command `doctor` says what to do; the messages of pip are in {PIP_LOG}."
                )


def _optional() -> list[tuple[str, str]]:
    """Each optional requirement, and what is missing without it: the comment on its line."""
    lines = _path(OPTIONAL).read_text(encoding="utf-8").splitlines()
    parts = (line.partition("  # ") for line in lines if not line.startswith("#"))
    return [(requirement, purpose) for requirement, _, purpose in parts]


def _pip(*arguments: str) -> list[str]:
    """Installs without bytecode, as most modules of the packages are never imported: it takes half as long."""
    options = ("--no-input", "--disable-pip-version-check", "--no-compile")
    return [str(PYTHON), "-m", "pip", "install", *options, *arguments]


def _make_importable() -> None:
    ask = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    folder = subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()
    (Path(folder) / "drumcircle.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def _works() -> bool:
    """Whether the environment's Python starts, is new enough, and has pip."""
    proof = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    return PYTHON.exists() and subprocess.run([str(PYTHON), "-c", proof], capture_output=True).returncode == 0


def _ready(files: Sequence[str]) -> bool:
    return PYTHON.exists() and not UNFINISHED.exists() and all(map(_installed, files))


def _installed(name: str) -> bool:
    stamp = _stamp(name)
    return stamp.exists() and stamp.read_text() == _digest(name)


def _digest(name: str) -> str:
    """A hash of the requirement file, the environment's Python and the path of the project."""
    parts = (_path(name).read_bytes(), (VENV / "pyvenv.cfg").read_bytes(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamp(name: str) -> Path:
    return VENV / f"{name}.installed"


def _path(name: str) -> Path:
    return ROOT / "packaging" / name


@contextmanager
def _locked() -> Iterator[None]:
    """Makes a second process wait that prepares the environment at the same time (not on Windows)."""
    with (ROOT / ".venv.lock").open("w") as lock:
        if importlib.util.find_spec("fcntl"):
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _run(command: Sequence[str], failure: str) -> None:
    """Raises `system.Unready` with the message `failure` if `command` fails."""
    if subprocess.run(command).returncode:
        raise system.Unready(failure, "Solve that and start this command again.")
