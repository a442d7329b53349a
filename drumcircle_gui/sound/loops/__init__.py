"""The files of loops: decoding them in a separate process, and measuring their tempo."""
