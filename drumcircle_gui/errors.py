"""The error that is shown to users: its text says what happened and what to do."""


class DrumCircleError(Exception):
    """An expected failure: `what` happened, and `todo`, what the user can do about it ("" if nothing).

    Both are whole sentences, and are shown without a traceback. Every other exception is a fault of the program.
    """

    def __init__(self, what: str, todo: str = "") -> None:
        super().__init__(what, todo)
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"{self.what} {self.todo}".rstrip()
