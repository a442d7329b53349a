"""The one kind of error that is meant for the user's eyes."""


class DrumCircleError(Exception):
    """Something expected went wrong: `what` happened, and what the user can do about it (`todo`; empty: nothing).

    Both are whole sentences. Whoever shows it shows no traceback; every other exception is a fault of the program.
    """

    def __init__(self, what: str, todo: str = "") -> None:
        super().__init__(what, todo)
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"{self.what} {self.todo}".rstrip()
