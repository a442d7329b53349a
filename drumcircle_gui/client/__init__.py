"""A member's side of a circle, for players, conductors and bots: the session (pure) and its connection."""
