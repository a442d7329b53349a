"""Small kit files, made by hand."""

import struct

import numpy as np

RATE = 48_000


def tone(frames: int = 480, level: float = 0.5) -> np.ndarray:
    """A stroke: full from its first frame on."""
    return np.full(frames, level, np.float32)


def chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def wave_of(samples: np.ndarray, rate: int = RATE, *, form: int = 1, bits: int = 16, channels: int = 1) -> bytes:
    """A WAV file of `samples`, which are -1 to 1 and interleaved."""
    if form == 3:
        data = samples.astype(f"<f{bits // 8}").tobytes()
    elif bits == 8:
        data = np.round(samples * 127 + 128).astype(np.uint8).tobytes()
    elif bits == 24:
        whole = np.round(samples * (2**23 - 1)).astype("<i4")
        data = whole.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    else:
        data = np.round(samples.astype(np.float64) * (2 ** (bits - 1) - 1)).astype(f"<i{bits // 8}").tobytes()
    block = channels * bits // 8
    header = struct.pack("<HHIIHH", form, channels, rate, rate * block, block, bits)
    body = b"WAVE" + chunk(b"fmt ", header) + chunk(b"data", data)
    return chunk(b"RIFF", body)


def generator(name: int, amount: int) -> bytes:
    return struct.pack("<Hh", name, amount)


def key_range(low: int, high: int, name: int = 43) -> bytes:
    return struct.pack("<HBB", name, low, high)


def soundfont(zones: list[bytes], samples: list[np.ndarray], *, bank: int = 128, outer: bytes = b"") -> bytes:
    """A SoundFont with one preset of one instrument with these zones; `outer`: further generators of the preset."""
    headers, frames, start = b"", b"", 0
    for number, each in enumerate(samples):
        row = struct.pack("<IIIIIBbHH", start, start + len(each), 0, 0, RATE, 60, 0, 0, 1)
        headers += f"sample {number}".encode().ljust(20, b"\0") + row
        frames += np.round(each * 32767).astype("<i2").tobytes()
        start += len(each)
    headers += b"EOS".ljust(46, b"\0")
    preset_zone = outer + generator(41, 0)
    preset = struct.pack("<HHHIII", 0, bank, 0, 0, 0, 0)
    bags, first = b"", 0
    for zone in zones:
        bags += struct.pack("<HH", first, 0)
        first += len(zone) // 4
    parts = {
        b"phdr": b"Drums".ljust(20, b"\0")
        + preset
        + b"EOP".ljust(20, b"\0")
        + struct.pack("<HHHIII", 0, 0, 1, 0, 0, 0),
        b"pbag": struct.pack("<HHHH", 0, 0, len(preset_zone) // 4, 0),
        b"pgen": preset_zone + bytes(4),
        b"inst": b"Kit".ljust(20, b"\0")
        + struct.pack("<H", 0)
        + b"EOI".ljust(20, b"\0")
        + struct.pack("<H", len(zones)),
        b"ibag": bags + struct.pack("<HH", first, 0),
        b"igen": b"".join(zones) + bytes(4),
        b"shdr": headers,
    }
    pdta = b"pdta" + b"".join(chunk(name, body) for name, body in parts.items())
    body = b"sfbk" + chunk(b"LIST", b"sdta" + chunk(b"smpl", frames)) + chunk(b"LIST", pdta)
    return chunk(b"RIFF", body)
