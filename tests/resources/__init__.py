"""Tests of the scripts that make the program's resources, and of their results."""
