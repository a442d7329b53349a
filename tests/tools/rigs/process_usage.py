"""What a running process takes up, as Linux tells."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Vitals:
    """`memory` in MiB, resident; how many threads and open files."""

    memory: float
    threads: int
    files: int

    @classmethod
    def of(cls, pid: int) -> "Vitals":
        """OSError if there is no such process, or no /proc."""
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        status = dict(line.split(":", 1) for line in lines if ":" in line)
        memory = int(status["VmRSS"].split()[0]) / 1024
        return cls(memory, int(status["Threads"]), len(list(Path(f"/proc/{pid}/fd").iterdir())))


def can_tell() -> bool:
    return Path("/proc/self/status").exists()
