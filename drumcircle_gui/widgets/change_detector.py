"""What is new in a snapshot. Pure."""


class ChangeDetector:
    """Remembers what was shown, so that what did not change need not be shown again.

    Snapshots share what did not change with the one before: to look whether it is the same object is enough.
    """

    def __init__(self) -> None:
        self._inputs: dict[str, tuple[object, ...]] = {}

    def new(self, part: str, *inputs: object) -> bool:
        """Whether any of `inputs`, from which `part` is made, is another object than the last time this was asked."""
        before = self._inputs.get(part)
        self._inputs[part] = inputs
        return before is None or any(now is not then for now, then in zip(inputs, before, strict=True))
