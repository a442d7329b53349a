"""The look, in one small table: colours dark and light, type, and how an application puts them on.

What style sheets can say is in `resources/theme/theme.qss`; widgets that paint themselves ask `Theme.current()`.
"""

from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from drumcircle_gui.paths import resource

Choice = Literal["dark", "light", "system"]
Weight = QFont.Weight

READABLE = 4.5  # WCAG 2.1, success criterion 1.4.3: contrast of text with what it stands on


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. `players` is distinguishable to the colour-blind; beyond its end the same
    colours come again, nearer to the text's or to the card's lightness."""

    name: str
    ground: QColor
    card: QColor
    line: QColor
    text: QColor
    dim: QColor
    accent: QColor
    good: QColor
    warn: QColor
    bad: QColor
    players: tuple[QColor, ...]

    @staticmethod
    def current() -> "Theme":
        """The theme the application wears now; Qt's palette is what remembers it."""
        return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT

    def player(self, index: int) -> QColor:
        """The colour of player number `index`, counted from 0 without end."""
        turn, place = divmod(index, len(self.players))
        shift = _SHIFTS[turn % len(_SHIFTS)]
        return mixed(self.players[place], self.text if shift > 0 else self.card, abs(shift))

    def readable(self, colour: QColor | str) -> QColor:
        """`colour`, moved towards the text colour just far enough to be read on a card."""
        steps = (mixed(colour, self.text, step / 10) for step in range(11))
        return next((c for c in steps if contrast(c, self.card) >= READABLE), self.text)

    def on(self, colour: QColor | str) -> QColor:
        """Whichever of this circle's darkest and lightest colours reads better on a fill of `colour`."""
        return max((DARK.ground, LIGHT.card), key=lambda ink: contrast(ink, colour))


def _colours(codes: str) -> tuple[QColor, ...]:
    return tuple(map(QColor, codes.split()))


_SHIFTS = (0.0, 0.35, -0.25, 0.6, -0.4)

DARK = Theme(
    "dark",
    ground=QColor("#111418"),
    card=QColor("#181C22"),
    line=QColor("#262C35"),
    text=QColor("#E8ECF1"),
    dim=QColor("#8B96A5"),
    accent=QColor("#F2A541"),
    good=QColor("#4CC38A"),
    warn=QColor("#F2C14E"),
    bad=QColor("#E5604D"),
    players=_colours("#56B4E9 #F2A541 #4CC38A #D987C2 #E5604D #B0A4F5 #F0E442 #7FD1C7"),
)
LIGHT = Theme(
    "light",
    ground=QColor("#F6F4F0"),
    card=QColor("#FFFFFF"),
    line=QColor("#E3DFD8"),
    text=QColor("#1C2026"),
    dim=QColor("#6B7480"),
    accent=QColor("#C9701B"),
    good=QColor("#1F8A5B"),
    warn=QColor("#B7850B"),
    bad=QColor("#C23B2B"),
    players=_colours("#1F7FB8 #C9701B #1F8A5B #A8458E #C23B2B #6A58D6 #9A8A00 #2A8C80"),
)


def mixed(one: QColor | str, other: QColor | str, share: float) -> QColor:
    """`one` with `share` (0 to 1) of `other` in it."""
    a, b = QColor(one), QColor(other)
    return QColor(*(round(x + (y - x) * share) for x, y in zip(_rgb(a), _rgb(b), strict=True)))


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.1's definition, from the relative luminance of sRGB)."""
    low, high = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def faded(colour: QColor | str, opacity: float) -> QColor:
    """`colour` at `opacity` 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def font(size: int, weight: Weight = Weight.Normal) -> QFont:
    """Inter at `size` logical pixels (11, 13, 15, 24 or 34), with figures that keep their width as they change."""
    result = QFont()
    result.setFamilies(["Inter", *QFont().families()])
    result.setPixelSize(size)
    result.setWeight(weight)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def apply_theme(app: QApplication, choice: Choice = "system") -> None:
    """Dresses the whole application; with ``system`` it follows the desktop whenever that changes its mind."""
    _load_fonts()
    for earlier in app.findChildren(_Follower):
        earlier.leave()
    if choice == "system":
        _Follower(app)
    _dress(app, {"dark": DARK, "light": LIGHT}.get(choice) or _wanted_by_system(app))


class _Follower(QObject):
    """Dresses the application anew when the system's colour scheme changes; lives as long as that is wanted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def leave(self) -> None:
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow)
        self.setParent(None)

    def _follow(self) -> None:
        _dress(self._app, _wanted_by_system(self._app))


def _wanted_by_system(app: QApplication) -> Theme:
    return LIGHT if app.styleHints().colorScheme() == Qt.ColorScheme.Light else DARK


def _dress(app: QApplication, theme: Theme) -> None:
    palette, sheet = _palette(theme), _style_sheet(theme)
    if app.palette() == palette and app.styleSheet() == sheet:
        return  # to put the same on again takes every widget as long as to change
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
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on(theme.accent),
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
    """The template with every ``@token`` filled in."""
    named = {field.name: getattr(theme, field.name) for field in fields(theme)}
    tokens = {name: value for name, value in named.items() if isinstance(value, QColor)}
    tokens |= {
        "on_accent": theme.on(theme.accent),
        "raised": mixed(theme.card, theme.text, 0.06),
        "pressed": mixed(theme.card, theme.text, 0.12),
        "accent_raised": mixed(theme.accent, theme.text, 0.12),
        "bad_text": theme.readable(theme.bad),
    }
    sheet = resource("theme/theme.qss").read_text(encoding="utf-8")
    for name in sorted(tokens, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", tokens[name].name())
    return sheet.replace("@pictures", resource("theme").as_posix())


@cache
def _load_fonts() -> None:
    for face in resource("fonts").glob("*.otf"):
        QFontDatabase.addApplicationFontFromData(face.read_bytes())


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _luminance(colour: QColor) -> float:
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in _rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
