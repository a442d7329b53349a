"""The protocol between a circle's server and its members: messages, encoding, frames, connection states, invites."""
