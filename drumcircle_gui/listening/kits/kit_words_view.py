"""The names of the built-in sounds in the user's language."""

from PySide6.QtCore import QCoreApplication

_tr = QCoreApplication.translate


def sound_name(sound: str) -> str:
    """The name of a built-in sound; one that is not known is shown as it is."""
    names = {
        "agogo_high": _tr("Sounds", "Agogo, high"),
        "agogo_low": _tr("Sounds", "Agogo, low"),
        "bass": _tr("Sounds", "Bass note"),
        "bongo_high": _tr("Sounds", "Bongo, high"),
        "bongo_low": _tr("Sounds", "Bongo, low"),
        "clap": _tr("Sounds", "Hand clap"),
        "claves": _tr("Sounds", "Claves"),
        "conga_low": _tr("Sounds", "Conga, low"),
        "conga_open": _tr("Sounds", "Conga, open"),
        "conga_slap": _tr("Sounds", "Conga, slap"),
        "cowbell": _tr("Sounds", "Cowbell"),
        "crash": _tr("Sounds", "Crash"),
        "djembe_bass": _tr("Sounds", "Djembe, bass"),
        "djembe_slap": _tr("Sounds", "Djembe, slap"),
        "djembe_tone": _tr("Sounds", "Djembe, tone"),
        "dundun": _tr("Sounds", "Dundun"),
        "guiro": _tr("Sounds", "Guiro"),
        "hat_closed": _tr("Sounds", "Hi-hat, closed"),
        "hat_open": _tr("Sounds", "Hi-hat, open"),
        "hat_pedal": _tr("Sounds", "Hi-hat, pedal"),
        "kick": _tr("Sounds", "Bass drum"),
        "ride": _tr("Sounds", "Ride"),
        "ride_bell": _tr("Sounds", "Ride, bell"),
        "shaker": _tr("Sounds", "Shaker"),
        "sidestick": _tr("Sounds", "Side stick"),
        "snare": _tr("Sounds", "Snare"),
        "tambourine": _tr("Sounds", "Tambourine"),
        "timbale": _tr("Sounds", "Timbale"),
        "tom_high": _tr("Sounds", "Tom, high"),
        "tom_low": _tr("Sounds", "Tom, low"),
        "tom_mid": _tr("Sounds", "Tom, middle"),
        "triangle": _tr("Sounds", "Triangle"),
        "triangle_mute": _tr("Sounds", "Triangle, muted"),
        "woodblock": _tr("Sounds", "Wood block"),
    }
    return names.get(sound, sound)
