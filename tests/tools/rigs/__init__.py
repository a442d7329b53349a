"""Real counterparts for tests: sound servers and recorders, MPD servers and proxies, links, terminals, screens."""
