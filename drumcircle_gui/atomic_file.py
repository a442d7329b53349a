"""Files that the program keeps for its user: written whole or not at all, and never thrown away."""

import os
import tempfile
from pathlib import Path


def replace(file: Path, text: bytes) -> None:
    """`file` becomes `text`, in one step and readable by the user alone; its folder is made. OSError, and the file is
    as it was, if it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def set_aside(file: Path, ending: str = "broken") -> Path:
    """Renames `file` to `*.broken`, in the place of an older one, and returns that name. OSError if it cannot."""
    return file.replace(file.with_name(f"{file.name}.{ending}"))
