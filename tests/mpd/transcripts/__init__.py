"""The same sessions with a bare MPD and with the rooms' proxy over two of them must have the same replies.

A session is a text file, one step a line. `script` describes the format, `same` what may differ.
"""
