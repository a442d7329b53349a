"""Every language is complete, keeps the placeholders of the texts, and is compiled."""

import subprocess
import sys
from pathlib import Path

import pytest

from drumcircle_gui.languages import ENGLISH, LANGUAGES

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))

import languages  # noqa: E402

FILES = languages.files()


def test_the_languages_of_the_program_are_those_with_files():
    assert {file.stem.removeprefix("drumcircle_") for file in FILES} | {ENGLISH} == set(LANGUAGES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_is_translated_and_keeps_its_places(file):
    found = list(languages.messages(file))
    assert [each.source for each in found if not each.done] == []
    assert [(each.source, each.translations) for each in found if not each.agrees] == []


@pytest.fixture(scope="module")
def texts():
    """The contexts, sources and comments of the program's texts."""
    found = set()

    class Calls:
        @staticmethod
        def translate(context, source, comment="", count=0):
            found.add((context, source, comment))

    for line in languages.program_texts():
        exec(line, {"QCoreApplication": Calls})
    return found


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_of_the_program_is_in_the_file(file, texts):
    """Otherwise run `python packaging/languages.py update`, translate the new texts, and run it with `release`."""
    known = {(each.context, each.source, each.comment) for each in languages.messages(file)}
    assert texts
    assert texts - known == set()


@pytest.mark.slow
def test_the_compiled_files_are_those_of_the_texts():
    assert languages.stale() == []


@pytest.mark.parametrize(
    ("source", "translation", "plural", "agrees"),
    [
        ("{name} has {n}", "{n} hat {name}", False, True),
        ("{name} left", "ist gegangen", False, False),
        ("%n song(s)", "ein Stück", True, True),
        ("%n song(s)", "%n Stücke", True, True),
        ("{s} s", "{x} s", False, False),
    ],
)
def test_places_are_compared(source, translation, plural, agrees):
    assert languages.Message("C", source, "", (translation,), plural).agrees is agrees


def test_the_script_says_what_is_missing():
    run = subprocess.run(
        [sys.executable, str(PACKAGING / "languages.py"), "missing"], capture_output=True, text=True, timeout=60
    )
    assert (run.returncode, run.stdout.strip()) == (0, "All texts are translated.")
