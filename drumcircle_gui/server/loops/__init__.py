"""The files of loops on the server: storing them, receiving them from conductors, delivering them to members."""
