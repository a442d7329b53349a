"""The factory notes of twelve kits: (what is struck, note, the pad of the circle that it must mean).

From the makers' manuals (see `kit_maps`). Hi-hat notes are sent with the pedal open.
"""

ROLAND_17 = """
kick 36 36; snare head 38 38; snare rim 40 40; cross stick 37 37
tom 1 head 48 48; tom 1 rim 50 48; tom 2 head 45 45; tom 2 rim 47 45; tom 3 head 43 43; tom 3 rim 58 43
hi-hat open bow 46 46; hi-hat open edge 26 26; hi-hat closed bow 42 42; hi-hat closed edge 22 22; hi-hat pedal 44 44
crash 1 bow 49 49; crash 1 edge 55 49; crash 2 bow 57 57; crash 2 edge 52 57
ride bow 51 51; ride edge 59 59; ride bell 53 53; aux head 27 41; aux rim 28 37
"""
ROLAND_27 = ROLAND_17 + "tom 4 head 41 41; tom 4 rim 39 41; aux 2 head 29 41; aux 3 head 31 41"
NITRO = """
kick 36 36; snare head 38 38; snare rim 40 40; tom 1 head 48 48; tom 1 rim 50 48; tom 2 head 45 45; tom 2 rim 47 45
tom 3 head 43 43; tom 3 rim 58 43; tom 4 head 41 41; tom 4 rim 39 41
hi-hat open 46 46; hi-hat half open 23 23; hi-hat closed 42 42; hi-hat pedal 44 44; hi-hat splash 21 21
crash 1 49 49; crash 2 57 57; ride 51 51
"""
CRIMSON = """
kick 36 36; snare head 38 38; snare 31 38; snare rim 40 40; hi-hat 8 46; hi-hat pedal 22 44
tom 1 head 48 48; tom 1 rim 82 48; tom 2 head 45 45; tom 2 rim 80 45; tom 3 head 43 43; tom 3 rim 75 43; tom 4 rim 73 41
crash 1 49 49; crash 2 57 57; ride 51 51; ride bell 53 53
"""
DTX502 = """
kick 36 36; kick 2 35 35; snare head 38 38; snare open rim 40 40; snare closed rim 37 37
snare off head 31 38; snare off open rim 34 40; snare off closed rim 27 37
tom 1 48 48; tom 2 47 47; tom 3 43 43; ride bow 51 51; ride edge 52 59; ride cup 53 53
crash bow 59 49; crash edge 49 49; crash cup 55 49; crash 2 57 57; crash 2 16 57
hi-hat open 46 46; hi-hat edge open 78 26; hi-hat cup open 85 46; hi-hat closed 42 42; hi-hat edge closed 79 22
hi-hat cup closed 86 42; hi-hat foot close 44 44; hi-hat foot splash 83 21
"""
DTXPLORER = """
kick 33 36; snare 31 38; snare open rim 34 40; snare closed rim 37 37; high tom 48 48; mid tom 47 47; low tom 43 43
ride 51 51; ride edge 52 59; crash 49 49; crash edge 57 57; hi-hat open 46 46; hi-hat closed 42 42; hi-hat foot 44 44
"""
MEDELI = NITRO + "crash 1 edge 55 49; crash 2 edge 52 57; ride edge 59 59; ride bell 53 53; hi-hat open edge 26 26"
GENERAL_MIDI = "kick 36 36; vibraslap 58 58; claves 75 75; shaker 82 82; china 52 52; splash 55 55; clap 39 39"

KITS = {
    "TD-17:TD-17 MIDI 1 20:0": ROLAND_17,
    "TD-07": ROLAND_17,
    "2- TD-1 0": ROLAND_17,
    "TD-27": ROLAND_27,
    "VAD507": ROLAND_27,
    "Alesis Nitro Max": NITRO,
    "Alesis Surge": NITRO,
    "Alesis Crimson II:Alesis Crimson II MIDI 1 24:0": CRIMSON,
    "Alesis Strike": CRIMSON,
    "DTX drums": DTX502,
    "Yamaha DTXPLORER": DTXPLORER,
    "MPS-850:MPS-850 MIDI 1 20:0": MEDELI,
    "USB MIDI Interface": GENERAL_MIDI,
}
"""By the names of their MIDI ports."""

CASES = [
    (port, struck, int(note), int(pad))
    for port, table in KITS.items()
    for struck, note, pad in (row.strip().rsplit(" ", 2) for row in table.replace("\n", ";").split(";") if row.strip())
]
