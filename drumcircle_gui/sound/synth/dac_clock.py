"""Which frame of the sound leaves the device when: a delay-locked loop over (frame count, DAC time).

The DAC times that reach a callback jitter by its wake-up; the loop (Adriaensen, "Using a DLL to filter time", 2005)
smooths them to a straight line with a bandwidth of about 1 Hz, which follows the device's own clock rate.
Pure; frames are counted by the caller and never restart, local times are microseconds of local_micros().
"""

from math import pi, sqrt, tau

from drumcircle_gui.timing.units import SECOND, Micros

BANDWIDTH = 1.0
CLIP = 500.0
LARGE = 5_000.0
PATIENCE = 4
FASTEST_DRIFT = 2e-3
DRIFT_SECONDS = 15.0


class DacClock:
    """`rate`: the device's nominal frames a second. It knows nothing worth asking before the first `update`."""

    def __init__(self, rate: int) -> None:
        self._nominal = SECOND / rate
        self._per_frame = self._nominal
        self._frame = 0
        self._at = 0.0
        self._outliers = PATIENCE
        self._drift = 0.0

    @property
    def drift_ppm(self) -> float:
        """How much faster than nominal the device runs against the local clock, in millionths; a slow average."""
        return self._drift

    def update(self, frame: int, dac: Micros) -> None:
        """Learn that `frame` leaves the device at about local time `dac`; call once a block, frames ascending.

        A single error counts no more than CLIP; PATIENCE large ones in a row (the device skipped) start anew.
        """
        error = dac - self._local(frame)
        if abs(error) <= LARGE:
            self._outliers = 0
        elif self._outliers >= PATIENCE:
            self._reset(frame, dac)
            return
        else:
            self._outliers += 1
        self._follow(frame, min(max(error, -CLIP), CLIP))

    def local(self, frame: int) -> Micros:
        """The local time at which `frame` leaves the device."""
        return Micros(round(self._local(frame)))

    def frame(self, local: Micros) -> int:
        """The frame that leaves the device at or next to local time `local`."""
        return self._frame + round((local - self._at) / self._per_frame)

    def _local(self, frame: int) -> float:
        return self._at + (frame - self._frame) * self._per_frame

    def _follow(self, frame: int, error: float) -> None:
        frames = frame - self._frame
        if frames <= 0:
            return
        # The loop is stable only for omega well below 1: huge blocks get a narrower one.
        omega = min(tau * BANDWIDTH * frames * self._nominal / SECOND, pi / 8)
        at = self._local(frame) + sqrt(2) * omega * error
        rate = self._per_frame + omega * omega * error / frames
        furthest = self._nominal * FASTEST_DRIFT
        self._per_frame = min(max(rate, self._nominal - furthest), self._nominal + furthest)
        self._frame, self._at = frame, at
        share = min(frames * self._nominal / SECOND / DRIFT_SECONDS, 1.0)
        self._drift += share * ((self._nominal / self._per_frame - 1) * 1e6 - self._drift)

    def _reset(self, frame: int, dac: Micros) -> None:
        self._frame, self._at, self._per_frame = frame, float(dac), self._nominal
        self._outliers = 0
