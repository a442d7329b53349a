"""The conductor's loop to play to: a file is chosen, measured, sent, and played to."""
