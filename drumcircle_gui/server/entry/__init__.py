"""Entry to a circle: which Hello may join, by which invite; bans; knocks that wait for a conductor. Pure."""
