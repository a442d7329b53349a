"""A loop to play to: what is published of it, when it sounds, how its file travels, what its tempo is."""
