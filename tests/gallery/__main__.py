"""Shows the gallery in a window, or writes it as pictures (`--pictures FOLDER`)."""

import argparse
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from drumcircle_gui.qt.plurals import install_plurals

from .pictures import write_pictures
from .window import GalleryWindow


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="write PNG files there instead of a window")
    parser.add_argument("--only", default="", metavar="TEXT", help="only entries whose name contains TEXT")
    parser.add_argument("--themes", default="dark,light,contrast", help="themes of the pictures (dark,light,contrast)")
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    install_plurals(app)
    if options.pictures:
        count = write_pictures(app, options.pictures, options.only, options.themes.split(","))
        print(f"{count} pictures in {options.pictures}")
        return 0
    window = GalleryWindow(app, options.only)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
