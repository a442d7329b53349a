import pytest


@pytest.fixture
def run(load, environment, system, monkeypatch):
    """The script, on a machine where nothing is missing and nothing really starts."""
    run = load("run")
    monkeypatch.setattr(environment, "prepare", lambda *_: "python")
    monkeypatch.setattr(environment, "needs", lambda *_: ())
    monkeypatch.setattr(system, "provide", lambda _: [])
    monkeypatch.setattr(system, "has_display", lambda: True)
    monkeypatch.setattr(system, "run_unseen", lambda command: ["unseen", *command])
    monkeypatch.setattr(run, "_become", lambda command: command)
    return run


def test_arguments_go_to_the_program(run):
    assert run.main(["join", "drumcircle://x", "--name", "Fern"]) == [
        *("python", "-m", "drumcircle_gui"),
        *("join", "drumcircle://x", "--name", "Fern"),
    ]


def test_without_a_display_the_demo_plays_unseen_and_says_so(run, system, monkeypatch, capsys):
    monkeypatch.setattr(system, "has_display", lambda: False)
    assert run.main(["demo"])[0] == "unseen"
    assert "virtual one" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["conduct"], ["join", "drumcircle://x"], ["rooms"], ["rooms", "x"]])
def test_without_a_display_other_windows_are_refused(run, system, monkeypatch, arguments):
    monkeypatch.setattr(system, "has_display", lambda: False)
    with pytest.raises(system.Unready, match="no display"):
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
def test_what_opens_no_window_needs_no_display(run, system, monkeypatch, arguments):
    monkeypatch.setattr(system, "has_display", lambda: False)
    assert run.main(arguments)[3:] == arguments


def test_missing_sound_is_told_and_the_rest_goes_on(run, system, monkeypatch, capsys):
    monkeypatch.setattr(system, "provide", lambda _: [system.SOUND[0]])
    assert run.main(["demo"])[-1] == "demo"
    assert "There will be no sound or MIDI: this system lacks libasound.so.2." in capsys.readouterr().err


def test_windows_that_cannot_open_are_refused_with_what_to_do(run, system, monkeypatch):
    monkeypatch.setattr(system, "provide", lambda _: [system.WINDOWS[0]])
    with pytest.raises(system.Unready, match=r"lacks libEGL\.so\.1"):
        run.main(["demo"])
