"""Dumb Qt widgets: values in through setters or `render`, wishes out through signals. Of ours, they know only time."""
