"""Measures how tightly a circle plays to its guide."""
