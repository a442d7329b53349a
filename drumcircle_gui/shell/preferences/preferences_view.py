"""The dialog of all settings, with a search. Changes are stored when the user presses Done."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from drumcircle_gui.listening.outputs.drum_notes_view import open_notes
from drumcircle_gui.settings import Settings
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import ScrollBody, fit_screen
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .catalogue import PREFERENCES, Chosen, DrumNotes, Figure, OneOf, Preference, Switch, Value, Words, matches

USUAL_SIZE = QSize(620, 560)


class PreferencesDialog(QDialog):
    """Emits `saved` with the changed Settings, and `exported`, `imported` and `profiles_wanted` when the button is
    pressed."""

    saved = Signal(object)
    exported = Signal()
    imported = Signal()
    profiles_wanted = Signal()

    def __init__(self, settings: Settings, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._languages = settings, languages
        self.setWindowTitle(self.tr("Settings"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.nothing = Label(self.tr("No setting matches."), tone="dim")
        self.lines = [PreferenceLine(each, *self._words()[each.path], self._control(each)) for each in PREFERENCES]
        self.export, self.load = Pill(self.tr("Export…"), "quiet"), Pill(self.tr("Import…"), "quiet")
        self.profiles = Pill(self.tr("Profiles…"), "quiet")
        self.cancel, self.done_button = Pill(self.tr("Cancel"), "plain"), Pill(self.tr("Done"), "accent")
        self.search.textChanged.connect(self._filter)
        self.export.clicked.connect(self.exported)
        self.load.clicked.connect(self.imported)
        self.profiles.clicked.connect(self.profiles_wanted)
        self.cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self._save)
        self._lay_out()
        self._filter("")
        self.search.setFocus()

    @property
    def settings(self) -> Settings:
        """The settings as edited."""
        return self._settings

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the dialog open when Enter is pressed in a field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _save(self) -> None:
        self.saved.emit(self._settings)
        self.accept()

    def _change(self, preference: Preference, value: Value) -> None:
        self._settings = preference.changed(self._settings, value)

    def _filter(self, text: str) -> None:
        for line in self.lines:
            line.setVisible(matches(text, line.section, line.title, line.about))
        self.nothing.setVisible(all(line.isHidden() for line in self.lines))

    # --- controls ---------------------------------------------------------------------------------------------------

    def _control(self, preference: Preference) -> QWidget:
        value = preference.value(self._settings)
        match preference.kind:
            case Switch():
                return self._switch(preference, bool(value))
            case OneOf(values):
                return self._choice(preference, values, str(value))
            case Figure(low, high):
                figure = QSpinBox()
                figure.setRange(low, high)
                figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
                figure.setValue(int(value) if isinstance(value, int | float) else 0)
                figure.valueChanged.connect(lambda number: self._change(preference, number))
                return figure
            case Words(longest):
                line = QLineEdit(str(value or ""))
                line.setMaxLength(longest)
                line.textEdited.connect(lambda text: self._change(preference, text.strip()))
                return line
            case Chosen():
                return self._given_back(preference, str(value or ""))
            case DrumNotes():
                change = Pill(self.tr("Change…"), "plain")
                change.clicked.connect(lambda: self._open_notes(preference))
                return change

    def _switch(self, preference: Preference, on: bool) -> Pill:
        pill = Pill("", "choice")
        pill.setChecked(on)
        pill.setText(self.tr("On") if on else self.tr("Off"))
        pill.toggled.connect(lambda now: pill.setText(self.tr("On") if now else self.tr("Off")))
        pill.toggled.connect(lambda now: self._change(preference, now))
        return pill

    def _choice(self, preference: Preference, values: tuple[str, ...], value: str) -> QComboBox:
        box = QComboBox()
        names = self._names()
        choices = {each: names[each] for each in values}
        if preference.path == "appearance.language":
            choices = {"": self.tr("As the system"), **self._languages}
        for each, name in choices.items():
            box.addItem(name, each)
        box.setCurrentIndex(max(box.findData(value), 0))
        box.activated.connect(lambda _: self._change(preference, box.currentData()))
        return box

    def _given_back(self, preference: Preference, value: str) -> Pill:
        """A button that shows a choice and resets it."""
        pill = Pill(self.tr("Reset"), "plain")
        pill.setEnabled(bool(value))
        pill.clicked.connect(lambda: self._change(preference, None))
        pill.clicked.connect(lambda: pill.setEnabled(False))
        return pill

    def _open_notes(self, preference: Preference) -> None:
        notes = preference.value(self._settings)
        kept = notes if isinstance(notes, dict) else {}
        open_notes(kept, lambda chosen: self._change(preference, chosen), self)

    def _names(self) -> dict[str, str]:
        return {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
            "open": self.tr("Open"),
            "invite": self.tr("By invite"),
            "knock": self.tr("Knock"),
            "later": self.tr("When they come round"),
            "now": self.tr("With their sound"),
            "struck": self.tr("As soon as struck"),
            "never": self.tr("Never"),
        }

    def _words(self) -> dict[str, tuple[str, str, str]]:
        """Section, title and explanation of each preference."""
        look, you, sound = self.tr("Look"), self.tr("You"), self.tr("Sound")
        practice, conduct, osc = self.tr("Practice"), self.tr("Conduct"), "OSC"
        midi, out = self.tr("MIDI output"), "player.midi_out"
        return {
            "appearance.language": (look, self.tr("Language"), self.tr("Of all windows")),
            "appearance.theme": (look, self.tr("Colours"), self.tr("Light, dark, or with high contrast")),
            "appearance.less_motion": (look, self.tr("Less motion"), self.tr("The hand goes from beat to beat")),
            "player.name": (you, self.tr("Your name"), self.tr("What the others call you")),
            "player.audio": (sound, self.tr("Sound device"), self.tr("Reset: the system's. Choose it while you play")),
            "player.midi_in": (sound, self.tr("Drum"), self.tr("Reset: all MIDI drums. Choose it while you play")),
            "player.kit": (sound, self.tr("Kit"), self.tr("Reset: the built-in sounds. Choose it while you play")),
            "player.trim": (sound, self.tr("Play sound earlier by"), self.tr("Milliseconds; Timing… measures it")),
            f"{out}.port": (midi, self.tr("MIDI output"), self.tr("Reset: none. Choose it while you play")),
            f"{out}.channel": (midi, self.tr("Channel"), self.tr("On which strokes are sent; drums are on 10")),
            f"{out}.notes": (midi, self.tr("Notes of the drums"), self.tr("With which your drum module plays them")),
            f"{out}.own": (midi, self.tr("Own strokes"), self.tr("When they are sent")),
            f"{out}.strokes": (midi, self.tr("Others"), self.tr("The strokes of the others")),
            f"{out}.guide": (midi, self.tr("Guide"), self.tr("The guide, with the count-in")),
            f"{out}.clock": (midi, self.tr("Clock"), self.tr("MIDI clock, with start, stop and song position")),
            f"{out}.lead_ms": (
                midi,
                self.tr("Send earlier by"),
                self.tr("Milliseconds, for late modules"),
            ),
            "player.link": (sound, "Ableton Link", self.tr("Lead it; needs the package linkpython-extern")),
            "player.osc": (osc, self.tr("Send OSC to"), self.tr("Host and port, such as 127.0.0.1:9000")),
            "player.osc_strokes": (osc, self.tr("Strokes"), self.tr("What is heard of the players")),
            "player.osc_guide": (osc, self.tr("Guide"), self.tr("What is heard of the guide")),
            "player.osc_beats": (osc, self.tr("Beats"), self.tr("Number in the cycle, length and speed")),
            "player.osc_lead_ms": (osc, self.tr("Send earlier by"), self.tr("Milliseconds; time tags stay exact")),
            "practice.tempo": (practice, self.tr("Tempo"), self.tr("Beats per minute")),
            "practice.beats": (practice, self.tr("Beats"), self.tr("In a cycle")),
            "practice.bots": (practice, self.tr("Bots"), self.tr("How many play with you")),
            "conductor.recording": (conduct, self.tr("Record"), self.tr("Record each circle that you launch")),
            "conductor.entry": (conduct, self.tr("Who may come in"), self.tr("In the circles that you launch")),
            "conductor.port": (conduct, self.tr("Port"), self.tr("That players connect to; 0: any free one")),
            "conductor.open_port": (
                conduct,
                self.tr("Let the internet in"),
                self.tr("Ask the router to open the port"),
            ),
            "updates.allowed": (you, self.tr("Newer versions"), self.tr("Ask once a day whether there is one")),
        }

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.nothing)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for pill in (self.export, self.load, self.profiles):
            foot.addWidget(pill)
        foot.addStretch(1)
        for pill in (self.cancel, self.done_button):
            pill.setAutoDefault(False)
            foot.addWidget(pill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(ScrollBody(column, keeps_width=True), 1)
        layout.addLayout(foot)
        fit_screen(self, USUAL_SIZE)


class PreferenceLine(QWidget):
    """One preference: its title, an explanation, and the control."""

    def __init__(self, preference: Preference, section: str, title: str, about: str, control: QWidget) -> None:
        super().__init__()
        self.path, self.section, self.title, self.about, self.control = preference.path, section, title, about, control
        control.setAccessibleName(title)
        control.setAccessibleDescription(about)
        control.setMinimumWidth(120)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, 13, Weight.DemiBold))
        words.addWidget(Label(f"{section} · {about}", 11, tone="dim", wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(control)
