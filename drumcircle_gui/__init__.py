"""Drum Circle: play drums together across the internet, one period later and in time to the millisecond."""

__version__ = "0.1.0"
