"""What a conductor does with the players in the roster."""
