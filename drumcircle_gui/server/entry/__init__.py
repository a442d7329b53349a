"""Entry to a circle: decides which Hello may join and by which invite; bans; knocks that wait for a conductor. Pure."""
