"""``python -m drumcircle_gui``: the same as the command ``drumcircle``."""

from drumcircle_gui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
