"""The conductor's loop to play to: choosing a file, measuring its tempo, sending it, playing to it."""
