import pytest


@pytest.fixture
def run(load, environment, system, monkeypatch):
    """The script, on a machine where nothing is missing; it returns commands instead of running them."""
    run = load("run")
    monkeypatch.setattr(environment, "prepare", lambda *_: "python")
    monkeypatch.setattr(environment, "needs", lambda *_: ())
    monkeypatch.setattr(system, "provide", lambda _: [])
    monkeypatch.setattr(system, "has_display", lambda: True)
    monkeypatch.setattr(system, "run_on_virtual_display", lambda command: ["hidden", *command])
    monkeypatch.setattr(run, "_replace_process", lambda command: command)
    return run


def test_arguments_are_passed_to_the_program(run):
    assert run.main(["join", "drumcircle://x", "--name", "Fern"]) == [
        *("python", "-m", "drumcircle_gui"),
        *("join", "drumcircle://x", "--name", "Fern"),
    ]


def test_without_a_display_the_demo_runs_on_a_virtual_one(run, system, monkeypatch, capsys):
    monkeypatch.setattr(system, "has_display", lambda: False)
    assert run.main(["demo"])[0] == "hidden"
    assert "virtual one" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["conduct"], ["join", "drumcircle://x"], ["rooms"], ["rooms", "x"]])
def test_without_a_display_other_windows_are_refused(run, system, monkeypatch, arguments):
    monkeypatch.setattr(system, "has_display", lambda: False)
    with pytest.raises(system.Unready, match="no screen"):
        run.main(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["bots", "x"],
        ["doctor"],
        ["conduct", "--headless"],
        ["--help"],
        ["rooms", "--headless"],
        ["rooms", "upload", "x"],
    ],
)
def test_a_command_without_windows_needs_no_display(run, system, monkeypatch, arguments):
    monkeypatch.setattr(system, "has_display", lambda: False)
    assert run.main(arguments)[3:] == arguments


@pytest.mark.slow
def test_without_sound_the_program_starts_with_a_message(run, system, monkeypatch, capsys):
    monkeypatch.setattr(system, "provide", lambda _: [system.SOUND[0]])
    assert run.main(["demo"])[-1] == "demo"
    assert "There will be no sound or MIDI: this system lacks libasound.so.2." in capsys.readouterr().err


def test_missing_window_libraries_stop_the_start_with_a_message(run, system, monkeypatch):
    monkeypatch.setattr(system, "provide", lambda _: [system.WINDOWS[0]])
    with pytest.raises(system.Unready, match=r"lacks libEGL\.so\.1"):
        run.main(["demo"])
