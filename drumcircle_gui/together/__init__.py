"""How tightly a circle plays to its guide."""
