"""The part of MessagePack that the protocol needs: all forms when reading, the shortest when writing."""

from struct import pack as packed
from struct import unpack_from

_INTEGERS = [("B", 0xCC, 0, 2**8), ("H", 0xCD, 0, 2**16), ("I", 0xCE, 0, 2**32), ("Q", 0xCF, 0, 2**64)]
_NEGATIVES = [("b", 0xD0, -(2**7), 0), ("h", 0xD1, -(2**15), 0), ("i", 0xD2, -(2**31), 0), ("q", 0xD3, -(2**63), 0)]
_NUMBERS = {0xCA: ">f", 0xCB: ">d"} | {code: f">{kind}" for kind, code, _, _ in _INTEGERS + _NEGATIVES}
_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}
_SIZES = {1: ">B", 2: ">H", 4: ">I"}
# What it is, and how many bytes tell its size.
_SIZED = {
    0xC4: ("bin", 1), 0xC5: ("bin", 2), 0xC6: ("bin", 4), 0xC7: ("ext", 1), 0xC8: ("ext", 2), 0xC9: ("ext", 4),
    0xD9: ("str", 1), 0xDA: ("str", 2), 0xDB: ("str", 4),
    0xDC: ("array", 2), 0xDD: ("array", 4), 0xDE: ("map", 2), 0xDF: ("map", 4),
}  # fmt: skip


def write(value: object) -> bytes:
    """Encode None, booleans, integers, text, bytes, lists, and dicts."""
    if value is None or isinstance(value, bool):
        return {None: b"\xc0", False: b"\xc2", True: b"\xc3"}[value]
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, str):
        data = value.encode()
        return _sized(len(data), 0xA0, 32, {0xD9: "B", 0xDA: "H", 0xDB: "I"}) + data
    if isinstance(value, bytes):
        return _sized(len(value), 0, 0, {0xC4: "B", 0xC5: "H", 0xC6: "I"}) + value
    if isinstance(value, dict):
        items = [each for pair in value.items() for each in pair]
        return _sized(len(value), 0x80, 16, {0xDE: "H", 0xDF: "I"}) + b"".join(map(write, items))
    assert isinstance(value, list)
    return _sized(len(value), 0x90, 16, {0xDC: "H", 0xDD: "I"}) + b"".join(map(write, value))


def read(data: bytes) -> object:
    """Decode the one value in `data`; ValueError if something follows it."""
    value, end = _read(data, 0)
    if end != len(data):
        raise ValueError("something follows the value")
    return value


def _integer(value: int) -> bytes:
    if -32 <= value < 128:
        return packed("b", value)
    forms = _INTEGERS if value >= 0 else _NEGATIVES
    kind, code, _, _ = next(form for form in forms if form[2] <= value < max(form[3], 1))
    return packed(f">B{kind}", code, value)


def _sized(size: int, short: int, below: int, forms: dict[int, str]) -> bytes:
    if size < below:
        return bytes([short + size])
    code, kind = next((code, kind) for code, kind in forms.items() if size < 256 ** len(packed(f">{kind}", 0)))
    return packed(f">B{kind}", code, size)


def _read(data: bytes, at: int) -> tuple[object, int]:
    code = data[at]
    if code < 0x80 or code >= 0xE0:
        return unpack_from("b", data, at)[0], at + 1
    if code in _CONSTANTS:
        return _CONSTANTS[code], at + 1
    if code in _NUMBERS:
        kind = _NUMBERS[code]
        return unpack_from(kind, data, at + 1)[0], at + 1 + len(packed(kind, 0))
    what, size, begin = _head(data, at, code)
    if what in ("array", "map"):
        return _many(data, begin, what, size)
    content = data[begin : begin + size]
    if len(content) < size:
        raise ValueError("cut off")
    return (content.decode() if what == "str" else content), begin + size


def _head(data: bytes, at: int, code: int) -> tuple[str, int, int]:
    """The type of the value that begins at `at`, its size, and where its content begins."""
    if code < 0x90:
        return "map", code & 0x0F, at + 1
    if code < 0xA0:
        return "array", code & 0x0F, at + 1
    if code < 0xC0:
        return "str", code & 0x1F, at + 1
    if 0xD4 <= code <= 0xD8:
        return "ext", 1 + (1 << (code - 0xD4)), at + 1
    if code not in _SIZED:
        raise ValueError(f"nothing begins with {code:#x}")
    what, width = _SIZED[code]
    [size] = unpack_from(_SIZES[width], data, at + 1)
    return what, size + (what == "ext"), at + 1 + width


def _many(data: bytes, at: int, what: str, size: int) -> tuple[object, int]:
    items = []
    for _ in range(size * (2 if what == "map" else 1)):
        item, at = _read(data, at)
        items.append(item)
    return (dict(zip(items[::2], items[1::2], strict=True)) if what == "map" else items), at
