"""The languages of the windows, of the user's guide, and of a hub's web pages."""

from collections.abc import Iterable

ENGLISH = "en"
LANGUAGES = {
    ENGLISH: "English",
    "de": "Deutsch",
    "es": "Español",
    "pt_BR": "Português (Brasil)",
    "zh_CN": "简体中文",
}
"""The languages, each by its own name."""


def language_of(choice: str, system: Iterable[str]) -> str:
    """The language to use: `chosen`, or else the first available one of the system's languages ("pt-PT"
    gives "pt_BR")."""
    wanted = (choice,) if choice else system
    for name in wanted:
        name = name.replace("-", "_")
        alike = (language for language in LANGUAGES if language.split("_")[0] == name.split("_")[0])
        found = name if name in LANGUAGES else next(alike, None)
        if found is not None:
            return found
    return ENGLISH
