"""A performance kept: written down as it happens, read again, heard again, and carried to other programs."""
