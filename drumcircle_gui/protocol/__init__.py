"""What travels between a circle's server and its members: messages, codec, framing, connection states, invites."""
