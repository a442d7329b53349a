import sys
from types import SimpleNamespace

import pytest

FILES = ("requirements.txt", "requirements-test.txt")
OPTIONAL = "requirements-optional.txt"


class Machine:
    """Replaces the commands that `environment` runs: records them, and creates the files that they would create."""

    def __init__(self, environment, root):
        self.environment = environment
        self.commands = []
        self.pip_works = True
        self.unavailable = ()
        for name in FILES:
            (root / "packaging").mkdir(exist_ok=True)
            (root / "packaging" / name).write_text(f"{name}==1\n")
        (root / "packaging" / OPTIONAL).write_text(
            "# Optional\nhorn==1  # fanfares\nbell==2; os_name == 'x'  # chimes\n"
        )

    def run(self, command, **_):
        self.commands.append(" ".join(command))
        code, out = 0, ""
        if "venv" in command:
            self._make_venv()
        elif "pip" in command:
            refused = any(part.startswith(self.unavailable) for part in command)
            code = 0 if self.pip_works and not refused else 1
        elif "sysconfig" in command[-1]:
            out = str(self.environment.VENV)
        return SimpleNamespace(returncode=code, stdout=out)

    def _make_venv(self):
        venv = self.environment.VENV
        for file in venv.glob("*.installed"):
            file.unlink()
        self.environment.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        self.environment.PYTHON.touch()
        self.environment.UNFINISHED.unlink(missing_ok=True)
        (venv / "pyvenv.cfg").write_text("version = 3.11.2")

    def prepare(self, *files):
        """Run `prepare`; return "venv" and "pip install" for each command of that kind."""
        self.commands.clear()
        self.environment.prepare(*files)
        return [step for command in self.commands for step in ("venv", "pip install") if f"-m {step}" in command]


@pytest.fixture
def machine(environment, tmp_path, monkeypatch):
    venv = tmp_path / ".venv"
    places = {"ROOT": tmp_path, "VENV": venv, "PYTHON": venv / "bin/python"}
    places |= {"UNFINISHED": venv / "unfinished", "PIP_LOG": venv / "optional.log"}
    for name, place in places.items():
        monkeypatch.setattr(environment, name, place)
    machine = Machine(environment, tmp_path)
    monkeypatch.setattr(environment.subprocess, "run", machine.run)
    return machine


def test_the_first_run_makes_everything_and_the_second_nothing(machine):
    assert machine.prepare(*FILES) == ["venv", "pip install"]
    assert machine.prepare(*FILES) == []
    assert machine.commands == []


def test_the_environment_can_import_the_project(machine, tmp_path):
    machine.prepare(*FILES)
    assert (tmp_path / ".venv/drumcircle.pth").read_text() == f"{tmp_path}\n"


def test_requirements_of_the_tests_are_added_later(machine):
    machine.prepare(FILES[0])
    assert machine.prepare(*FILES) == ["pip install"]
    assert [f"packaging/{name}" in machine.commands[-2] for name in FILES] == [False, True]
    assert machine.prepare(FILES[0]) == []


def _tried(machine):
    tried = [command for command in machine.commands if "--only-binary" in command]
    return [command.partition(":all: ")[2] for command in tried]


def test_optional_packages_are_installed_together(machine, capsys):
    assert machine.prepare(FILES[0], OPTIONAL) == ["venv", *["pip install"] * 2]
    assert _tried(machine) == ["horn==1 bell==2; os_name == 'x'"]
    assert "There will be no" not in capsys.readouterr().err
    assert machine.prepare(FILES[0], OPTIONAL) == []


def test_an_optional_package_that_cannot_be_installed_is_named_once_and_stops_nothing(machine, environment, capsys):
    machine.unavailable = ("horn",)
    machine.prepare(FILES[0], OPTIONAL)
    assert _tried(machine)[1:] == ["horn==1", "bell==2; os_name == 'x'"]  # one by one, after all together
    messages = capsys.readouterr().err.splitlines()
    assert [line for line in messages if "horn" in line] == [
        "There will be no fanfares: horn could not be installed. "
        f"The command `doctor` says what to do; the messages of pip are in {environment.PIP_LOG}."
    ]
    assert machine.prepare(FILES[0], OPTIONAL) == []
    assert machine.prepare(*FILES, OPTIONAL) == ["pip install"]  # only what the tests need


def test_the_environment_can_lie_in_another_folder(load, monkeypatch):
    monkeypatch.setenv("DRUMCIRCLE_VENV", ".venv-3.13")
    monkeypatch.delitem(sys.modules, "environment")
    assert load("environment").VENV.name == ".venv-3.13"


def test_a_changed_pin_is_installed(machine, tmp_path):
    machine.prepare(*FILES)
    (tmp_path / "packaging" / FILES[1]).write_text("other==2\n")
    assert machine.prepare(*FILES) == ["pip install"]
    assert machine.prepare(*FILES) == []


def test_an_interrupted_installation_starts_from_the_beginning(machine, environment):
    machine.pip_works = False
    with pytest.raises(Exception, match="could not be installed"):
        environment.prepare(*FILES)
    machine.pip_works = True
    assert machine.prepare(*FILES) == ["venv", "pip install"]
    assert machine.prepare(*FILES) == []


def test_an_environment_without_its_python_is_made_again(machine, environment):
    machine.prepare(*FILES)
    environment.PYTHON.unlink()
    assert machine.prepare(*FILES) == ["venv", "pip install"]


def test_an_environment_that_another_tool_made_is_completed(machine, environment):
    machine._make_venv()
    assert machine.prepare(*FILES) == ["pip install"]


def test_the_venv_module_is_needed_only_until_there_is_one(machine, environment, system):
    assert environment.needs(*FILES) == system.VENV
    machine.prepare(*FILES)
    assert environment.needs(*FILES) == ()


def test_a_read_only_project_gives_a_message(machine, environment, system, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", "/somewhere/.venv")

    monkeypatch.setattr(environment, "_make_venv", refuse)
    with pytest.raises(system.Unready, match=r"may not write to /somewhere/\.venv"):
        environment.prepare(*FILES)


def test_a_python_that_is_too_old_gives_a_message(environment, monkeypatch, capsys):
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
    assert environment.guarded(lambda _: 0) == 1
    assert "needs Python 3.11 or newer; this is 3.9.2" in capsys.readouterr().err


def test_a_problem_of_the_system_gives_a_message_without_a_traceback(environment, system, capsys):
    def lacking(_):
        raise system.Unready("No drum.", "Buy one.")

    assert environment.guarded(lacking) == 1
    assert capsys.readouterr().err == "No drum.\nBuy one.\n"


def test_an_interrupt_ends_quietly(environment, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    assert environment.guarded(interrupted) == 130
    assert capsys.readouterr().err == ""
