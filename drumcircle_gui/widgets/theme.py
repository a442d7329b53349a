"""The appearance: tables of colours, the fonts, and applying them to the application.

Style sheet rules are in `resources/theme/theme.qss`; widgets that paint themselves use `Theme.current()`.
"""

from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from drumcircle_gui.paths import resource

Choice = Literal["dark", "light", "contrast", "system"]
Weight = QFont.Weight

READABLE = 4.5
"""Minimum contrast ratio of text with its background (WCAG 2.1, success criterion 1.4.3)."""

EMOJI_FONTS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")
"""Emoji fonts of the systems; Qt does not always fall back to them unless they are named."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours.

    `fill` is the background of the main button and of what is selected, `ink` the text on it; `edge` is the border of
    cards. The colours of `players` are distinguishable to the colour-blind; further players get lighter or darker ones.
    """

    name: Choice
    ground: QColor
    card: QColor
    edge: QColor
    line: QColor
    text: QColor
    dim: QColor
    accent: QColor
    fill: QColor
    ink: QColor
    good: QColor
    warn: QColor
    bad: QColor
    players: tuple[QColor, ...]

    @staticmethod
    def current() -> "Theme":
        """The application's theme, known by the background colour of its palette."""
        ground = QGuiApplication.palette().window().color()
        known = next((theme for theme in THEMES if theme.ground == ground), None)
        return known or (DARK if ground.lightness() < 128 else LIGHT)

    def player(self, index: int) -> QColor:
        """The colour of player number `index`, counted from 0; every number has one."""
        turn, place = divmod(index, len(self.players))
        shift = _SHIFTS[turn % len(_SHIFTS)]
        return mixed(self.players[place], self.text if shift > 0 else self.card, abs(shift))

    def readable(self, colour: QColor | str) -> QColor:
        """`colour`, moved towards the text colour until it can be read on a card and on the ground."""
        rgb = (each.rgb() for each in (QColor(colour), self.text, self.card, self.ground))
        return QColor(_readable(*rgb))


def _colours(codes: str) -> tuple[QColor, ...]:
    return tuple(map(QColor, codes.split()))


_SHIFTS = (0.0, 0.35, -0.25, 0.6, -0.4)
"""Share of the text colour (positive) or card colour (negative) mixed into the colours of each further
eight players."""

DARK = Theme(
    "dark",
    ground=QColor("#111418"),
    card=QColor("#181C22"),
    edge=QColor("#181C22"),
    line=QColor("#262C35"),
    text=QColor("#E8ECF1"),
    dim=QColor("#8B96A5"),
    accent=QColor("#F2A541"),
    fill=QColor("#F2A541"),
    ink=QColor("#111418"),
    good=QColor("#4CC38A"),
    warn=QColor("#F2C14E"),
    bad=QColor("#E5604D"),
    players=_colours("#56B4E9 #F2A541 #4CC38A #D987C2 #E5604D #B0A4F5 #F0E442 #7FD1C7"),
)
LIGHT = Theme(
    "light",
    ground=QColor("#F6F4F0"),
    card=QColor("#FFFFFF"),
    edge=QColor("#FFFFFF"),
    line=QColor("#E3DFD8"),
    text=QColor("#1C2026"),
    dim=QColor("#67707C"),
    accent=QColor("#C9701B"),
    fill=QColor("#AF5F17"),
    ink=QColor("#FFFFFF"),
    good=QColor("#1F8A5B"),
    warn=QColor("#B7850B"),
    bad=QColor("#C23B2B"),
    players=_colours("#1F7FB8 #C9701B #1F8A5B #A8458E #C23B2B #6A58D6 #9A8A00 #2A8C80"),
)
CONTRAST = Theme(
    "contrast",
    ground=QColor("#000000"),
    card=QColor("#000000"),
    edge=QColor("#8C96A3"),
    line=QColor("#8C96A3"),
    text=QColor("#FFFFFF"),
    dim=QColor("#D3D9E0"),
    accent=QColor("#FFC247"),
    fill=QColor("#FFC247"),
    ink=QColor("#000000"),
    good=QColor("#63E6A8"),
    warn=QColor("#FFDD55"),
    bad=QColor("#FF9384"),
    players=_colours("#7CC8F5 #FFB95C #63E6A8 #F0A6DB #FF9384 #C6BDFF #FFF27A #97EBE0"),
)
THEMES = (DARK, LIGHT, CONTRAST)


def mixed(one: QColor | str, other: QColor | str, share: float) -> QColor:
    """A mixture of `one` and `other`; `share` (0 to 1) is that of `other`."""
    a, b = QColor(one), QColor(other)
    return QColor(*(round(x + (y - x) * share) for x, y in zip(_rgb(a), _rgb(b), strict=True)))


@lru_cache(maxsize=1024)
def _readable(colour: int, text: int, card: int, ground: int) -> QColor:
    """See `Theme.readable`. Cached, as each painted figure of a table asks for it."""
    behind = QColor(card), QColor(ground)
    steps = (mixed(QColor(colour), QColor(text), step / 10) for step in range(11))
    return next((c for c in steps if min(contrast(c, each) for each in behind) >= READABLE), QColor(text))


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it by the relative luminance of sRGB."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def faded(colour: QColor | str, opacity: float) -> QColor:
    """`colour` at `opacity` 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def font(size: int, weight: Weight = Weight.Normal) -> QFont:
    """Inter at `size` logical pixels (11, 13, 15, 24 or 34), with figures of equal width.

    Characters that Inter lacks come from the system's fonts.
    """
    return QFont(_font(size, weight))


@cache
def _font(size: int, weight: Weight) -> QFont:
    result = QFont()
    result.setFamilies(_families())
    result.setPixelSize(size)
    result.setWeight(weight)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def apply_theme(app: QApplication, choice: Choice = "system") -> None:
    """Gives the whole application a theme; "system" follows the desktop's colour scheme and contrast, also later."""
    _load_fonts()
    for earlier in app.findChildren(_SystemFollower):
        earlier.stop()
    if choice == "system":
        _SystemFollower(app)
    _apply(app, next((theme for theme in THEMES if theme.name == choice), None) or _system_theme(app))


class _SystemFollower(QObject):
    """Applies a theme whenever the system's colour scheme changes, until `stop`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def stop(self) -> None:
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow)
        self.setParent(None)

    def _follow(self) -> None:
        _apply(self._app, _system_theme(self._app))


def _system_theme(app: QApplication) -> Theme:
    hints = app.styleHints()
    if hasattr(hints, "accessibility"):  # since Qt 6.10
        preference = hints.accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return CONTRAST
    return LIGHT if hints.colorScheme() == Qt.ColorScheme.Light else DARK


def _apply(app: QApplication, theme: Theme) -> None:
    palette, sheet = _palette(theme), _style_sheet(theme)
    if app.palette() == palette and app.styleSheet() == sheet:
        return  # applying the same again would take as long as a change
    app.setStyle("Fusion")
    app.setFont(font(13))
    app.setPalette(palette)
    app.setStyleSheet(sheet)


def _palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.dim,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Highlight: theme.fill,
        QPalette.ColorRole.HighlightedText: theme.ink,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.dim)
    return palette


def _style_sheet(theme: Theme) -> str:
    """The template with every `@token` replaced."""
    named = {field.name: getattr(theme, field.name) for field in fields(theme)}
    tokens = {name: value for name, value in named.items() if isinstance(value, QColor)}
    tokens |= {
        "raised": mixed(theme.card, theme.text, 0.06),
        "pressed": mixed(theme.card, theme.text, 0.12),
        "fill_raised": mixed(theme.fill, theme.text, 0.12),
        "bad_text": theme.readable(theme.bad),
    }
    sheet = resource("theme/theme.qss").read_text(encoding="utf-8")
    tick = "tick_dark" if theme.ink.lightness() < 128 else "tick_light"
    sheet = sheet.replace("@tick", f"@pictures/{tick}.svg")
    for name in sorted(tokens, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", tokens[name].name())
    return sheet.replace("@pictures", resource("theme").as_posix())


@cache
def _load_fonts() -> None:
    for face in resource("fonts").glob("*.otf"):
        QFontDatabase.addApplicationFontFromData(face.read_bytes())


@cache
def _families() -> list[str]:
    known = set(QFontDatabase.families())
    emoji = [family for family in EMOJI_FONTS if family in known]
    return ["Inter", *QFont().families(), *emoji]


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _luminance(colour: QColor) -> float:
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in _rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
