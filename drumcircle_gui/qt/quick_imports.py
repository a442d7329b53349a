"""Keeps PySide from reading the source of every module that is imported.

With PySide, each import goes through a hook that searches the module's source for the word "PySide6", to find out
whether the module may choose other names (`from __feature__ import snake_case`). No module of this program does. The
hook costs a tenth of the time until the first frame, and keeps all the sources in memory.
"""

import builtins

import PySide6.QtCore  # noqa: F401  (sets the hook)


def import_quickly() -> None:
    """Put back the function that imported modules before the hook did. Without a hook, do nothing."""
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
