"""Whole circles: real processes, real ports, real sound."""
