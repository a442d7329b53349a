"""How this program was installed: from a checkout, as a wheel or as a bundle; what is in it, and what is newer."""
