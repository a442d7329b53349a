import pytest


@pytest.fixture
def wheels(load, monkeypatch):
    """The script. For it, pip finds no wheel of the packages in `gone`."""
    wheels = load("wheels")
    wheels.gone = set()
    wheels.asked = []

    def available(wanted, system, python):
        wheels.asked.append((system.name, python, wanted))
        return not any(pin.partition("=")[0] in wheels.gone for pin in wanted)

    monkeypatch.setattr(wheels, "_available", available)
    return wheels


def names(wheels, system, python):
    (chosen,) = (each for each in wheels.SYSTEMS if each.name == system)
    return {pin.partition("=")[0]: pin for file in wheels.FILES[:2] for pin in wheels.pins(file, chosen, python)}


def test_markers_are_evaluated_for_the_system_in_question(wheels):
    windows, intel = names(wheels, "Windows x64", "3.12"), names(wheels, "macOS 13 Intel", "3.13")
    assert "uvloop" not in windows and "uvloop" in intel
    assert "python-rtmidi" in windows and "supriya-midi" not in windows
    assert "supriya-midi" in intel and "python-rtmidi" not in intel
    assert windows["cryptography"] != intel["cryptography"]


@pytest.mark.slow
def test_the_table_names_what_is_missing(wheels, capsys):
    assert wheels.main([]) == 0
    assert len(wheels.asked) == len(wheels.SYSTEMS) * len(wheels.PYTHONS) * len(wheels.FILES)
    assert "no" not in capsys.readouterr().out.replace("macOS", "").split()
    wheels.gone = {"supriya-midi", "numpy"}
    assert wheels.main([]) == 1
    table = capsys.readouterr().out
    assert "no [1]" in table
    assert "[1] no wheel: numpy" in table


@pytest.mark.slow
def test_an_optional_package_may_be_missing(wheels, capsys):
    wheels.gone = {"sounddevice"}
    assert wheels.main([]) == 0
    assert "[1] no wheel: sounddevice" in capsys.readouterr().out
