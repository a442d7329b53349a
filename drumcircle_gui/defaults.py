"""Values that the command line names and that other modules use. Imports nothing, so that `--help` comes at once."""

DEFAULT_PORT = 8004
"""The TCP port of circles and hubs."""

LOG_VARIABLE = "DRUMCIRCLE_LOG"
"""The environment variable that sets the level of the log file; processes that the program starts inherit it."""
