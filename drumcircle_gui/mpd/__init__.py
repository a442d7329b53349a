"""Rooms: any number of ordinary MPD servers, kept playing in step behind one port that any MPD client can talk to."""
