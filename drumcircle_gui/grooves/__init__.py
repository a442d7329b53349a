"""Grooves: what the guide plays, as data; presets and files."""
