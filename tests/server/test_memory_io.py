"""Memory that is returned to the system, and memory that is reused."""

import ctypes
import platform
import subprocess
import sys

import pytest

from drumcircle_gui.server.memory_io import reuse_buffers, trim_memory

READS = 400
SHORT_READS = f"""
import os, resource
from drumcircle_gui.server.memory_io import reuse_buffers

def faults() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

reuse_buffers()
reader, writer = os.pipe()
for number in range({READS}):
    if number == {READS} // 2:
        before = faults()
    os.write(writer, b"stroke")
    os.read(reader, 1 << 18)
print(faults() - before)
"""


def test_a_system_without_glibc_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    trim_memory()
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    trim_memory()
    reuse_buffers()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc is known to map large blocks anew")
def test_a_large_buffer_for_a_short_read_is_no_new_memory_each_time() -> None:
    printed = subprocess.run([sys.executable, "-c", SHORT_READS], check=True, capture_output=True, text=True).stdout
    assert int(printed) < READS // 8
