"""The same sessions with a bare MPD and with the rooms' proxy over two of them: they must read the same.

A session is a text file, one step a line; `script` says how they are written, `same` what need not be the same.
"""
