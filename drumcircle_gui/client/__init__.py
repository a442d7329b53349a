"""A member of a circle, whoever they are: player, conductor or bot. Session (pure), connection, hearing."""
