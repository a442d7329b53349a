"""The resources that a running process uses, from Linux's /proc."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ProcessUsage:
    """Resident `memory` in MiB, and the numbers of threads and of open files."""

    memory: float
    threads: int
    files: int

    @classmethod
    def of(cls, pid: int) -> "ProcessUsage":
        """The usage of a process now. OSError without such a process or without /proc."""
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        status = dict(line.split(":", 1) for line in lines if ":" in line)
        memory = int(status["VmRSS"].split()[0]) / 1024
        return cls(memory, int(status["Threads"]), len(list(Path(f"/proc/{pid}/fd").iterdir())))


def is_available() -> bool:
    """Whether this system has /proc."""
    return Path("/proc/self/status").exists()
