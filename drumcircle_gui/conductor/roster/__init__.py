"""The conductor's actions on the players in the roster."""
