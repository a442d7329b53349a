"""Dumb Qt widgets: values in through setters or `render`, wishes out through signals. They know no other package but time."""
