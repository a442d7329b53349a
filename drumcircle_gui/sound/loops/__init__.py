"""The files of loops: decoded in a process of their own, and their tempo measured."""
