"""A fuzzer over everything the program reads from outside: `python -m tests.tools.fuzz [--minutes N] [TARGET ...]`.

Areas register what they read in modules named in `registry.MODULES`.
"""
