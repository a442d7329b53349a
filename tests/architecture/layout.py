"""The packages of the program, and the directions between them."""

TIME = {"timing"}
CIRCLE = TIME | {"protocol"}
SOUND = {"sound", "sound/synth", "sound/kits", "sound/loops", "sound/microphone", "sound/device", "sound/process"}
MODES = CIRCLE | {"modes", "grooves", "loops"}
SERVER = {"server", "server/room", "server/entry", "server/fairness", "server/loops"}
_OF_LISTENING = ("controls", "hearing", "kits", "loops", "microphone", "outputs", "pads")
LISTENING = {"listening", *(f"listening/{name}" for name in _OF_LISTENING)}
_OF_CONDUCTOR = ("clock", "controls", "entry", "grooves", "loops", "roster")
CONDUCTOR = {f"conductor/{name}" for name in _OF_CONDUCTOR}
ROOMS = {"mpd/protocol", "mpd/config", "mpd/sync", "mpd/room", "mpd/group", "mpd/proxy", "mpd/transfer", "mpd/model"}

REACH: dict[str, set[str]] = {
    "": set(),
    "installation": set(),
    "guide": set(),
    "timing": set(),
    "protocol": TIME,
    "modes": CIRCLE,
    "grooves": CIRCLE | {"modes"},
    "loops": CIRCLE | {"modes"},
    "together": MODES,
    "sound": TIME,
    "sound/synth": TIME | {"sound"},
    "sound/microphone": TIME | {"sound", "sound/synth"},
    "sound/device": TIME | {"installation", "sound", "sound/synth", "sound/microphone"},
    "sound/kits": TIME | {"sound", "sound/synth"},
    "sound/loops": TIME | {"installation", "sound", "sound/synth"},
    "sound/process": CIRCLE | {"installation", "sound", "sound/synth", "sound/device", "sound/kits", "sound/loops"},
    "client": MODES,
    "listening/microphone": TIME | {"sound", "sound/microphone"},
    "listening/loops": MODES | {"client", "sound", "sound/loops", "sound/process"},
    "listening/outputs": MODES | {"client", "installation", "sound", "sound/synth", "listening/kits"},
    "listening/controls": TIME | {"sound"},
    "listening/pads": TIME | {"sound", "sound/synth", "sound/device", "listening/kits"},
    "listening/hearing": MODES | {"client", "listening", "sound"},
    "listening/kits": CIRCLE | {"sound", "sound/synth", "sound/kits"},
    "listening": MODES | SOUND | LISTENING - {"listening", "listening/hearing"} | {"client"},
    "server/fairness": CIRCLE,
    "server/entry": CIRCLE | {"server/fairness"},
    "server/room": MODES | {"server/fairness", "server/entry"},
    "server/loops": CIRCLE | {"loops"},
    "server": CIRCLE | {"server/fairness", "server/entry", "server/room", "server/loops"},
    "recording": MODES | SOUND,
    "recap": MODES | SOUND | {"recording", "together"},
    "hub/accounts": CIRCLE | {"server/fairness"},
    "hub/web": CIRCLE | {"server", "server/fairness", "guide"},
    "hub": CIRCLE | SERVER | SOUND | {"recording", "hub/accounts", "hub/web"},
    "directory": CIRCLE | {"client"},
    "directory/accounts": CIRCLE | {"client", "directory"},
    "directory/administration": CIRCLE | {"client", "directory", "directory/accounts"},
    "player": MODES | SOUND | LISTENING | {"client", "recording", "together"},
    "player/practice": MODES | SOUND | {"client", "listening", "player"},
    "reach": set(),
    "conductor/clock": MODES | {"client", "sound"},
    "conductor/controls": MODES | {"client", "listening/controls"},
    "conductor/entry": CIRCLE | {"client"},
    "conductor/loops": MODES | SOUND | {"client"},
    "conductor/grooves": MODES | SOUND | {"client", "listening"},
    "conductor/roster": MODES | {"client", "together"},
    "conductor": MODES | SOUND | SERVER | CONDUCTOR | LISTENING | {"client", "directory", "recording", "reach"},
    "mpd/protocol": TIME,
    "mpd/config": TIME,
    "mpd/model": TIME,
    "mpd/sync": TIME | {"mpd/protocol"},
    "mpd/room": TIME | {"mpd/protocol", "mpd/sync", "mpd/config"},
    "mpd/group": TIME | {"mpd/room", "mpd/protocol", "mpd/sync", "mpd/config"},
    "mpd/proxy": TIME | {"mpd/group", "mpd/room", "mpd/protocol", "mpd/config"},
    "mpd/transfer": TIME | {"mpd/config", "mpd/protocol", "mpd/room", "mpd/model"},
    "mpd": TIME | ROOMS,
    "mpd/view/table": TIME | {"mpd/model"},
    "mpd/view/pages": TIME | {"mpd/model"},
    "mpd/view/dialogs": TIME | {"mpd/model", "mpd/config", "mpd/sync"},
    "mpd/view": TIME | {"mpd/model", "mpd/sync", "mpd/view/table", "mpd/view/pages", "mpd/view/dialogs"},
    "widgets": TIME,
    **dict.fromkeys(
        ("widgets/chat", "widgets/pads", "widgets/plot", "widgets/ring", "widgets/roster"), TIME | {"widgets"}
    ),
    "qt": TIME,
}
"""The other packages that each package may import."""

SHELL_VIEWS = MODES | {"guide", "client", "directory", "directory/accounts", "listening/outputs"}
SHELL_VIEWS |= {"shell", "shell/start", "shell/preferences"}
REACH["shell/start"] = set(REACH)
REACH["shell/preferences"] = set(REACH)
REACH["shell"] = set(REACH)

QT_PACKAGES = {name for name in REACH if name.split("/")[0] in ("widgets", "qt")}
ALL_PURE = {
    *("timing", "protocol", "modes", "server/fairness", "server/room"),
    *("mpd/protocol", "mpd/sync", "mpd/model"),
}
"""Packages in which every module is pure."""
