"""The files of loops at the server: kept on disk, received from conductors, delivered to members."""
