"""The rules for one file that its syntax tree can show: import directions, forbidden calls, length.

A module's layer is in its name: `*_io` does I/O, `*_view` is Qt, every other module of a feature package is pure. The
tables below and in `layout` are the complete rules; `violations` checks one file against them, and `graph` checks the
tree as a whole.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from .layout import ALL_PURE, QT_PACKAGES, REACH, SHELL_VIEWS
from .reading import calls, imports, uses

ROOT = "drumcircle_gui"
MAX_LINES = 350
"""The largest number of lines of a file."""

ROOT_REACH: dict[str, set[str]] = {
    "pure": {"defaults", "errors", "languages", "settings", "toml_text"},
    "io": {
        *(
            "defaults",
            "errors",
            "languages",
            "settings",
            "paths",
            "tasks",
            "atomic_file",
            "append_log_io",
            "background_writer_io",
        ),
        *("event_log_io", "own_address_io", "service_search_io"),
    },
    "view": {"defaults", "errors", "error_hooks", "languages", "settings", "paths"},
    "qt": {"defaults", "errors", "error_hooks", "languages", "settings", "paths", "tasks"},
}
"""The root modules that each layer may import; timing and protocol import none."""

SELF_SUFFICIENT = {"timing", "protocol"}
ANYBODYS = {"__version__"}
LEAVES = {
    *(
        "defaults",
        "errors",
        "error_hooks",
        "languages",
        "paths",
        "logs",
        "settings",
        "tasks",
        "atomic_file",
        "append_log_io",
    ),
    *("background_writer_io", "event_log_io", "own_address_io", "service_search_io", "__init__"),
    "toml_text",
}
"""Root modules that import at most each other."""

COMPOSERS = {"cli", "commands", "doctor", "launch", "__main__"}
"""Root modules that may import everything. So may the modules of `shell`, except its views."""

QT = {"PySide6", "shiboken6", "pyqtgraph", "qasync"}
QT_ROOTS = {"doctor"}
IO = {
    *("aiohttp", "sqlite3", "asyncio", "asyncssh", "concurrent", "http", "mido", "multiprocessing", "os", "rtmidi"),
    *("select", "selectors", "shutil", "signal", "socket", "sounddevice", "soundfile", "ssl", "subprocess"),
    *("supriya_midi", "tempfile", "threading", "ctypes", "ifaddr", "uvloop", "zeroconf"),
}
WALL_CLOCK = {"time.time", "time.time_ns", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
LABELLERS = {"logs.py", "recorder_io.py", "recovery_io.py", "units.py"}
"""Files that label log lines, recordings and recovery logs with wall-clock time, or hand it out."""

TOML_READER = "toml_text.py"

SLEEPER = "midi_sender_io"
"""Leaves at a time to the fraction of a millisecond, which locks do not reach on Windows."""

PRINTERS = {"cli", "commands", "doctor"}

PLAIN_TEXT = "plain_text"
"""The module of `widgets` that sets every tooltip that is not a literal."""

RICH_CLASSES = {
    **dict.fromkeys(("QErrorMessage", "QGraphicsTextItem", "QInputDialog", "QMessageBox", "QProgressDialog"), ""),
    **dict.fromkeys(("QStaticText", "QWhatsThis", "TextItem", "LabelItem"), ""),
    "QLabel": "label",
    "QTextBrowser": "guide/markdown_view",
    "QTextDocument": "guide/markdown_view",
    "QToolTip": PLAIN_TEXT,
}
"""Classes that show a text as HTML if it looks like HTML, and the module (of `widgets`) that may use each."""

RICH_SETTERS = {"setToolTip", "setStatusTip", "setWhatsThis", "setHtml", "insertHtml", "appendHtml"}
"""Methods that take HTML: outside of PLAIN_TEXT they get literals only."""

Found = Iterator[tuple[int, str]]


@dataclass(frozen=True)
class Module:
    """One file of the repository. `package` is its folder within the program, "" for root modules."""

    path: PurePosixPath
    source: str

    @property
    def inside(self) -> bool:
        return self.path.parts[0] == ROOT

    @property
    def package(self) -> str:
        return "/".join(self.path.parts[1:-1])

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def layer(self) -> str:
        """root, shell, qt, io, view or pure."""
        named = layer_named(self.name)
        if self.package in QT_PACKAGES:
            return "qt"
        top = self.package.partition("/")[0]
        return {"": "root", "shell": "shell"}.get(top, named) if named != "view" else named

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))


def violations(path: str, source: str) -> list[str]:
    """The violations of the file at `path` (within the repository), each as "path:line: message"."""
    return violations_in(Module(PurePosixPath(path), source))


def violations_in(module: Module) -> list[str]:
    rules = EVERYWHERE + (INSIDE if module.inside else ())
    found = chain.from_iterable(rule(module) for rule in rules)
    return [f"{module.path}:{line}: {what}" for line, what in sorted(set(found))]


def layer_named(name: str) -> str:
    return next((layer for layer in ("io", "view") if name.endswith(f"_{layer}")), "pure")


# --- rules -----------------------------------------------------------------------------------------------------------


def is_short(module: Module) -> Found:
    if (lines := module.source.count("\n")) > MAX_LINES:
        yield MAX_LINES, f"{lines} lines are more than {MAX_LINES}"


def swallows_nothing(module: Module) -> Found:
    if "except" not in module.source:  # nothing to parse
        return
    for node in module.nodes:
        if isinstance(node, ast.ExceptHandler) and (node.type is None or isinstance(node.body[0], ast.Pass)):
            yield node.lineno, "swallows an exception without a word"


def has_a_place(module: Module) -> Found:
    known = module.package in REACH if module.layer != "root" else module.name in LEAVES | COMPOSERS
    if not known:
        yield 1, f"the import rules do not know {module.package or module.name}"


def imports_what_its_layer_may(module: Module) -> Found:
    for line, target in imports(module):
        if target[0] == ROOT and len(target) > 1 and not _may_import(module, target):
            yield line, f"{module.package or 'root'} {module.layer} imports {'.'.join(target[1:])}"


def leaves_qt_alone(module: Module) -> Found:
    if module.layer in ("qt", "view", "shell") or (module.layer == "root" and module.name in QT_ROOTS):
        return
    for line, target in imports(module):
        if target[0] in QT:
            yield line, f"imports {target[0]}: only views, widgets, qt and shell may"


def is_pure_where_all_are(module: Module) -> Found:
    if module.package in ALL_PURE and module.layer != "pure":
        yield 1, f"{module.package} holds pure modules only"


def does_no_io_if_pure(module: Module) -> Found:
    if module.layer != "pure":
        return
    for line, target in imports(module):
        if target[0] in IO:
            yield line, f"imports {target[0]}: that belongs in a module named *_io"
    for line, called in calls(module):
        if called == "open":
            yield line, "opens a file: that belongs in a module named *_io"


def reads_no_wall_clock(module: Module) -> Found:
    if module.path.name in LABELLERS:
        return
    for line, name in uses(module):
        if name in WALL_CLOCK:
            yield line, f"uses {name}: wall-clock time is for labels"


def never_sleeps(module: Module) -> Found:
    if module.name == SLEEPER:
        return
    for line, name in uses(module):
        if name == "time.sleep":
            yield line, "uses time.sleep: wait for what is waited for"


def can_be_cancelled(module: Module) -> Found:
    for line, name in uses(module):
        if name == "asyncio.wait_for":
            yield (
                line,
                "uses asyncio.wait_for, which ignores a cancellation at the end of the wait (Python 3.11): "
                "use asyncio.timeout",
            )


def prints_only_for_people(module: Module) -> Found:
    if module.name in PRINTERS and not module.package:
        return
    for line, called in calls(module):
        if called == "print":
            yield line, "prints: log it, or return it"


def reads_toml_in_one_place(module: Module) -> Found:
    if module.path.name == TOML_READER:
        return
    for line, target in imports(module):
        if target[0] == "tomllib":
            yield line, "imports tomllib: use toml_text, which refuses what is nested too deeply"


def shows_foreign_text_as_plain_text(module: Module) -> Found:
    if module.package == "widgets" and module.name == PLAIN_TEXT:
        return
    for line, target in imports(module):
        place = RICH_CLASSES.get(target[-1])
        here = {module.name} if module.package == "widgets" else {f"{module.package}/{module.name}"}
        if place is not None and place not in here:
            yield line, f"imports {target[-1]}, which may show a text as HTML: use widgets.label or widgets.plain_text"
    for node in module.nodes:
        match node:
            case ast.Call(ast.Attribute(attr=setter), [text]) if setter in RICH_SETTERS and not _is_literal(text):
                yield node.lineno, f"calls {setter} with a text that is not a literal: use plain_text.set_tooltip"
            case ast.FunctionDef(decorator_list=decorators) if not any(map(_makes_plain, decorators)):
                yield from _tooltip_roles(node)


def _is_literal(text: ast.expr) -> bool:
    """A string, or `self.tr("string")`."""
    match text:
        case ast.Constant(str()) | ast.Call(ast.Attribute(attr="tr"), [ast.Constant(str())]):
            return True
    return False


def _makes_plain(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Name) and decorator.id == "plain_roles"


def _tooltip_roles(function: ast.FunctionDef) -> Found:
    for node in ast.walk(function):
        if isinstance(node, ast.Attribute) and node.attr == "ToolTipRole":
            yield node.lineno, f"{function.name} uses ToolTipRole without @plain_roles"


Rule = Callable[[Module], Found]
EVERYWHERE: tuple[Rule, ...] = (is_short, swallows_nothing)
INSIDE: tuple[Rule, ...] = (
    has_a_place,
    imports_what_its_layer_may,
    leaves_qt_alone,
    is_pure_where_all_are,
    does_no_io_if_pure,
    reads_no_wall_clock,
    never_sleeps,
    can_be_cancelled,
    prints_only_for_people,
    reads_toml_in_one_place,
    shows_foreign_text_as_plain_text,
)


def package_of(target: tuple[str, ...]) -> tuple[str, str]:
    """The package that an imported dotted name of the program belongs to, and the module or name within it."""
    for length in range(len(target), 1, -1):
        if (package := "/".join(target[1:length])) in REACH:
            return package, target[length] if len(target) > length else ""
    return "", target[1]


def _may_import(module: Module, target: tuple[str, ...]) -> bool:
    package, name = package_of(target)
    if module.layer == "shell":
        return True
    if module.layer == "root":
        return module.name in COMPOSERS or (not package and name in LEAVES | ANYBODYS)
    if not package:
        reach = set() if module.package in SELF_SUFFICIENT else ROOT_REACH[module.layer]
        return name in reach | ANYBODYS
    return _may_use_package(module, package) and _may_use_layer(module, layer_named(name))


def _may_use_package(module: Module, package: str) -> bool:
    own = (
        SHELL_VIEWS
        if module.package.partition("/")[0] == "shell"
        else {module.package} | REACH.get(module.package, set())
    )
    return package in own | (QT_PACKAGES if module.layer in ("view", "qt") else set())


def _may_use_layer(module: Module, layer: str) -> bool:
    return layer in {"pure": {"pure"}, "io": {"pure", "io"}, "view": {"pure", "view"}, "qt": {"pure"}}[module.layer]
