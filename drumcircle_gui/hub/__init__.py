"""The hub: a headless server that hosts many circles and lists them. `hub_io` starts it."""
