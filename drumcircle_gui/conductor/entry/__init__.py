"""The conductor's view of the entry: players who knock, the entry policy, limited invites, bans."""
