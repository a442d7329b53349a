"""Modes: what each player does in which cycle, and who hears it. Pure."""
