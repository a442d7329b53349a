"""A loop to play to: its published state, its times, the transfer of its file, and its tempo."""
