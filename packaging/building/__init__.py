"""The steps of `packaging/build.py`: sources, environment, bundle, and what each system's package adds to it."""
