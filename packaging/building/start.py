"""The start of a bundle: the same command line as everywhere."""

import sys

from drumcircle_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
