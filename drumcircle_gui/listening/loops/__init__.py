"""A member's loops to play to: their files fetched and decoded, and passed on to the sound process in time."""
