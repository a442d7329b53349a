"""Sentences of the server and of this machine's devices in the user's language.

They are made without Qt, in English, some of them on another machine; here the known ones are recognised. Others are
shown as they are.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z“])")
_PLACE = re.compile(r"\\\{(\w+)\\\}")


def _tr(context: str, source: str) -> str:
    """Marks `source` for translation; `translated` looks it up."""
    return source


def translated(text: str) -> str:
    """`text`, sentence by sentence, in the user's language as far as it is known."""
    whole = _known(text)
    if whole is not None:
        return whole
    return " ".join(_known(sentence) or sentence for sentence in _SENTENCES.split(text))


def _known(sentence: str) -> str | None:
    for source in SENTENCES:
        if not sentence.startswith(source.partition("{")[0]):
            continue  # compiling all of the patterns takes 10 ms of the window's thread
        match = _pattern(source).fullmatch(sentence)
        if match is not None:
            return QCoreApplication.translate("Notices", source).format(**match.groupdict())
    return None


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(_PLACE.sub(r"(?P<\1>.+?)", re.escape(source)))


SENTENCES = (
    _tr("Notices", "{device} is plugged in."),
    _tr("Notices", "{device} was unplugged."),
    _tr("Notices", "Plug it in again, or play with keys and pads."),
    _tr("Notices", "The sound is back, on {device}."),
    _tr("Notices", "There is no sound on {device} now."),
    _tr("Notices", "It starts again by itself: you need not do anything."),
    _tr("Notices", "No audio device was found."),
    _tr("Notices", "Plug one in, or start the sound server; it will be used then."),
    _tr("Notices", "The audio device “{device}” is not there."),
    _tr("Notices", "Plug it in, or choose another."),
    _tr("Notices", "“{device}” could not be opened ({error})."),
    _tr("Notices", "“{device}” could not be started ({error})."),
    _tr("Notices", "Choose another device."),
    _tr("Notices", "The audio device keeps failing and was switched off."),
    _tr("Notices", "Choose a device to try it again."),
    _tr("Notices", "The sound stopped, because {cause}."),
    _tr("Notices", "No microphone was found."),
    _tr("Notices", "Plug one in, then choose it."),
    _tr("Notices", "The microphone “{device}” is not there."),
    _tr("Notices", "The MIDI port “{device}” is not there."),
    _tr("Notices", "Plug it in and it will be used by itself."),
    _tr("Notices", "You cannot hear the loop {name}: {problem}."),
    _tr("Notices", "The others may hear it."),
    _tr("Notices", "Play with the guide, or ask the conductor for another file."),
    _tr("Notices", "You are not connected"),
    _tr("Notices", "It will be possible as soon as the connection is back."),
    _tr("Notices", "This cannot be sent: it is too long or out of range."),
    _tr("Notices", "Make it shorter."),
    _tr("Notices", "Both invites are replaced: nobody can join with the old ones any more."),
    _tr("Notices", "{name} has replaced both invites: nobody can join with the old ones any more."),
    _tr("Notices", "Both invites were replaced while you were away: nobody can join with the old ones any more."),
    _tr("Notices", "“Who may come in…” shows the new ones: send them to those who are to come later."),
    _tr("Notices", "You left the circle."),
    _tr("Notices", "The server closed the connection."),
    _tr("Notices", "The connection was lost ({reason})."),
    _tr("Notices", "The circle at {place} cannot be reached ({reason})."),
    _tr("Notices", "The circle cannot be reached."),
    _tr("Notices", "Check that the invite is right and that the circle is running, then try again."),
    _tr("Notices", "This is not the server of the invite: its certificate is another one."),
    _tr("Notices", "Ask for a new invite."),
    _tr("Notices", "You no longer wait to be let in."),
    _tr("Notices", "This invite is for players: nobody can conduct with it."),
    _tr("Notices", "You have joined this circle again from another window or device."),
    _tr("Notices", "The circle is full: try again when a member has left."),
    _tr("Notices", "Too many wait to be let in: try again in a while."),
    _tr("Notices", "The conductor has not let you in."),
    _tr("Notices", "No conductor has answered."),
    _tr("Notices", "Try again later."),
    _tr("Notices", "The conductor removed you from the circle."),
    _tr("Notices", "This circle has ended."),
    _tr("Notices", "Ask its conductor for a new invite."),
    _tr("Notices", "One joins this circle with an invite: ask the conductor for one."),
    _tr("Notices", "The conductor has ended the circle."),
    _tr("Notices", "Only a conductor may do this."),
    _tr("Notices", "Another conductor has just changed this."),
    _tr("Notices", "Look again, then decide."),
    _tr("Notices", "Another change has not taken effect yet: wait until it has."),
    _tr("Notices", "It is like this already."),
    _tr("Notices", "You write faster than the others can read: wait a moment."),
    _tr("Notices", "Too many strokes at once: some were left out."),
    _tr("Notices", "Strokes more than a period away from now were left out."),
    _tr("Notices", "{name} has left already."),
    _tr("Notices", "“{file}” is missing."),
    _tr("Notices", "Put it back, or choose another kit."),
    _tr("Notices", "Your settings could not be saved: {error}."),
    _tr("Notices", "The name or the password is wrong."),
    _tr("Notices", "Try again."),
    _tr("Notices", "Too many wrong passwords came from your network, or for this account."),
    _tr("Notices", "Wait some minutes, then try again."),
    _tr("Notices", "Very many people log in just now."),
    _tr("Notices", "Try again in a minute."),
    _tr("Notices", "Your account is waiting for an administrator's approval."),
    _tr("Notices", "Your account has been disabled."),
    _tr("Notices", "Ask the hub's administrator."),
    _tr("Notices", "Somebody has that name, or one that looks alike, already."),
    _tr("Notices", "Choose another name."),
    _tr("Notices", "Very many accounts wait for approval here."),
    _tr("Notices", "Try again later, or ask the hub's administrator."),
    _tr("Notices", "This code is not valid, or has been used."),
    _tr("Notices", "Register without it, or look it up again."),
    _tr("Notices", "Only an administrator may do this."),
    _tr("Notices", "This hub keeps no accounts."),
    _tr("Notices", "You need none here."),
    _tr("Notices", "You are not logged in."),
    _tr("Notices", "Log in first."),
    _tr("Notices", "Your account may play, but not create circles."),
    _tr("Notices", "There is no account “{name}”."),
    _tr("Notices", "Look at the list of accounts."),
    _tr("Notices", "{name} is the only administrator."),
    _tr("Notices", "Make somebody else an administrator first."),
    _tr("Notices", "The hub cannot read or save its accounts now."),
    _tr("Notices", "Try again later, or ask its owner."),
    _tr("Notices", "The hub does not answer."),
    _tr("Notices", "Check the hub's address, then try again."),
    _tr("Notices", "The hub at {place} cannot be reached ({reason})."),
    _tr("Notices", "Only players with an account on this hub can come in: log in, or ask for an account."),
    _tr("Notices", "Choose a name of 1 to 32 visible characters."),
    _tr("Notices", "Enter your whole mail address."),
    _tr("Notices", "The password needs 10 to 200 characters."),
    _tr("Notices", "Use at least 4 different characters in the password."),
    _tr("Notices", "The password must not contain your name or your mail address."),
    _tr("Notices", "Type the same password twice."),
    _tr("Notices", "{file} is larger than 8 MiB."),
    _tr("Notices", "{file} cannot be played."),
    _tr("Notices", "This is no WAV, FLAC or OGG file, or it is damaged."),
    _tr("Notices", "It lasts longer than 5 minutes."),
    _tr("Notices", "There is no sound in it."),
    _tr("Notices", "It has more than two channels."),
    _tr("Notices", "Choose a WAV, FLAC or OGG file of up to 8 MiB and 5 minutes."),
    _tr("Notices", "The loop “{name}” is heard, but not kept with the recording: the recordings fill the limit."),
    _tr(
        "Notices",
        "The loop “{name}” is heard, but not kept with the recording: the server does not have its file any more.",
    ),
    _tr("Notices", "The loop “{name}” is heard, but not kept with the recording: the disk does not take its file."),
    _tr("Notices", "The players' own recordings have it."),
)
"""The English sentences as they are made; {…} stands for a variable part."""
