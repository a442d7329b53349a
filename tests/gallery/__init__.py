"""Every widget, dialog and page in its states: `python -m tests.gallery`."""
