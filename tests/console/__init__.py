"""A Python prompt beside a live circle and live rooms: `python -m tests.console`."""
