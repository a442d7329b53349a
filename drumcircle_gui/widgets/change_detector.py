"""Detects which parts of a snapshot changed. Pure."""


class ChangeDetector:
    """Remembers the inputs of each part of a view, so that unchanged parts are not rendered again.

    Snapshots share unchanged objects with the one before, so identity is enough.
    """

    def __init__(self) -> None:
        self._inputs: dict[str, tuple[object, ...]] = {}

    def new(self, part: str, *inputs: object) -> bool:
        """Whether any of `inputs` is another object than in the last call for this `part`."""
        before = self._inputs.get(part)
        self._inputs[part] = inputs
        return before is None or any(now is not then for now, then in zip(inputs, before, strict=True))
