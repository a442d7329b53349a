"""Recordings of performances: writing, reading, playing back, and exporting them."""
