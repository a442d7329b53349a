"""An example of every message, and connections in every state."""

from drumcircle_gui.protocol import directory as d
from drumcircle_gui.protocol import entry_messages as e
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import ConnectionState
from drumcircle_gui.protocol.fields import EVERYONE, Message
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove, GrooveNote, GrooveSpan, GrooveUpdate
from drumcircle_gui.protocol.kit_messages import PadSound, PublishKit
from drumcircle_gui.protocol.loop_messages import (
    ChangeLoop,
    FetchLoop,
    Loop,
    LoopPiece,
    LoopSpan,
    LoopUpdate,
    LoopWanted,
    OfferLoop,
    UploadLoop,
)
from drumcircle_gui.protocol.mode_messages import (
    Mode,
    ModeSpan,
    ModeStep,
    ModeTurn,
    ModeUpdate,
    StartMode,
    SteerMode,
)
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.timing.timeline import Meter, Segment
from drumcircle_gui.timing.units import Beats, Micros, Tempo
from tests.protocol.pair import Pair, Side

FERN = m.Member(2, "Fern", "player", 1)
SEGMENT = Segment(1, Micros(10_000_000), Beats(0), Tempo(500_000), True, Meter(16, 1), Beats(0))
LINE = m.ChatEntry(7, 2, "Fern", EVERYONE, "Hello, circle", Micros(12_000_000))

LISTING = d.CircleListing("k3vT", "Oak", "Samba", Tempo(500_000), Meter(16, 1), True, 5, "open", Micros(7))
GROOVE = Groove("Rock", 4, 2, 0, (GrooveNote(0, 0, 116), GrooveNote(3, 1, 84, -5)))
FILE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
LOOP = Loop(FILE, 4, "Forest", 16, Tempo(500_000))
MODE = Mode("solos", (ModeStep(1, (ModeTurn("solo", "", (2,)), ModeTurn("support"))),))

KNOCKER = e.Knocker(3, "Fern", "192.0.2.9", Micros(12_000_000))
LIMITED = e.LimitedInvite(1, "elm-jay", "school", 2, 20, Micros(86_412_000_000))
ACCOUNT = d.AccountRow("Fern", "fern@example.org", "waiting", "player", Micros(1_700_000_000_000_000))
BAN = e.Ban(1, "Flint", "192.0.2.66", "player", 0, Micros(612_000_000))

HELLO = m.Hello(m.PROTOCOL_VERSION, "Fern", "birch-owl")
LOGIN = d.LoginRow("3f9a1c07b2d4e685", ACCOUNT.created, ACCOUNT.created, "192.0.2.7", True)
AUDIT = d.AuditRow(40, ACCOUNT.created, "Fern", "gave a wrong password", "Fern", "192.0.2.7")
OPEN_DIRECTORY = d.OpenDirectory(m.PROTOCOL_VERSION)
WELCOME = m.Welcome(
    m.PROTOCOL_VERSION,
    2,
    "t0ken",
    "Oak",
    "player",
    Micros(1),
    (SEGMENT,),
    (FERN,),
    (LINE,),
    m.Cue(),
    Micros(25_000),
    0,
    0,
)
EXAMPLES: dict[type[Message], Message] = {
    type(message): message
    for message in (
        HELLO,
        WELCOME,
        m.ClockRequest(1, 123),
        m.ClockReply(1, 123, Micros(456), Micros(457)),
        Strokes(0, (SentStroke(Beats(5_000_000), 38, 100),)),
        Batch(0, Beats(5_000_000), (Stroke(2, 0, 38, 100),)),
        m.Say(EVERYONE, "Hello, circle"),
        m.ShareTiming(True),
        PublishKit((PadSound(36, "dundun"), PadSound(38, "djembe_slap"))),
        m.ChatUpdate(LINE),
        m.ChangeTimeline(1, tempo=Tempo(600_000)),
        m.TimelineUpdate((SEGMENT,)),
        m.GiveCue(m.Cue("Listen", "Fern leads", 2)),
        m.CueUpdate(m.Cue("Listen", "Fern leads", 2)),
        m.Moderate(2, muted=True),
        m.MemberUpdate(FERN),
        m.MemberLeft(2, "left"),
        m.QualityUpdate((m.ConnectionQuality(2, Micros(30_000), Micros(15_000), None, 0),)),
        m.Declined("stale", "The tempo has changed meanwhile."),
        m.Closing("full", "The circle is full."),
        m.TickUpdate(Micros(50_000)),
        m.Goodbye(),
        OPEN_DIRECTORY,
        d.ListCircles("samba", 41),
        d.CreateCircle("Oak", Tempo(500_000), Meter(16, 1), "Samba"),
        m.EndCircle(),
        d.AnnounceCircle(LISTING),
        d.DirectoryOpened(m.PROTOCOL_VERSION, "School", "192.0.2.1"),
        d.CircleList(42, 1, (LISTING,)),
        d.CircleCreated("k3vT", "birch-owl", "ash-heron"),
        d.Register("Fern", "fern@example.org", "correct horse"),
        d.LogIn("Fern", "correct horse"),
        d.LogOut(),
        d.ListAccounts("example.org", "waiting"),
        d.ChangeAccounts(("Fern",), "enabled"),
        d.ShowAccount("Fern"),
        d.EndLogin("3f9a1c07b2d4e685", "Fern"),
        d.ReadAuditLog("password", 41),
        d.TryReach(8004),
        d.Registered("waiting"),
        d.LoggedIn("s3cret", "Fern", "player"),
        d.LoggedOut(),
        d.AccountList(1, (ACCOUNT,)),
        d.AccountShown(ACCOUNT, (LOGIN,)),
        d.AuditLog((AUDIT,), True),
        d.ReachTried("198.51.100.4", True, "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5"),
        d.Announced(Micros(30_000_000), "192.0.2.1"),
        e.ChangeEntry("knock"),
        e.AnswerKnock(3, True),
        e.MakeInvite("school", 20, 86_400),
        e.RevokeInvite(1),
        e.ChangeBan(1, 0),
        e.RenewKeys(),
        e.Waiting(1),
        e.EntryUpdate("knock", (KNOCKER,), (LIMITED,), (BAN,)),
        e.KeysUpdate("fir-wren", "yew-hawk", 1),
        StartMode(0, MODE),
        SteerMode(1, "skip"),
        ChangeGroove(0, GROOVE),
        GrooveUpdate((GrooveSpan(1, Beats(32_000_000), GROOVE), GrooveSpan(2, Beats(64_000_000), None))),
        ChangeLoop(0, LOOP),
        OfferLoop(FILE, 4),
        UploadLoop(FILE, 0, b"test"),
        FetchLoop(FILE, 0),
        LoopUpdate((LoopSpan(1, Beats(32_000_000), LOOP), LoopSpan(2, Beats(64_000_000), None))),
        LoopPiece(FILE, 0, b"test"),
        LoopWanted(FILE, 4),
        ModeUpdate((ModeSpan(1, Beats(32_000_000), Beats(16_000_000), MODE),)),
    )
}


def pair_in(state: ConnectionState) -> Pair:
    """Two connected ends in the state `state`."""
    pair = Pair()
    steps = {
        ConnectionState.OPENING: [],
        ConnectionState.GREETED: [(Side.CLIENT, HELLO)],
        ConnectionState.JOINED: [(Side.CLIENT, HELLO), (Side.SERVER, WELCOME)],
        ConnectionState.DIRECTORY: [(Side.CLIENT, OPEN_DIRECTORY)],
        ConnectionState.CLOSED: [(Side.SERVER, m.Closing("full", "The circle is full."))],
    }
    for sender, message in steps[state]:
        pair.carry(sender, message)
    return pair
