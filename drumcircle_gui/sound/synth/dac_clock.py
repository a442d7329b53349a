"""Estimates when each frame leaves the audio device: a delay-locked loop over (frame count, DAC time). Pure.

The DAC times that reach a callback jitter with its wake-up. The loop (Adriaensen, "Using a DLL to filter time", 2005)
smooths them with a bandwidth of about 1 Hz and follows the device's own clock rate. The caller counts frames, which
never restart; local times are microseconds of local_micros().
"""

from math import pi, sqrt, tau

from drumcircle_gui.timing.units import SECOND, Micros

BANDWIDTH_HZ = 1.0
MAX_ERROR = 500.0
"""Maximum error in micros; a larger one is clipped to this."""

OUTLIER = 5_000.0
"""Error in micros from which a DAC time is an outlier."""

MAX_OUTLIERS = 4
"""After this many outliers in a row the device has skipped, and the loop restarts."""

STEP, STEP_BLOCKS = 2_000.0, 6
"""Microseconds: so many errors in a row that are larger, all to one side and after a jump, mean that the device has
lost a block, or that the loop began with a late time. The loop steps by the least of them."""

MAX_DRIFT = 2e-3
"""Largest relative error of a device's clock rate."""

DRIFT_AVERAGE_S = 15.0


class DacClock:
    """`rate`: the device's nominal rate in Hz. Its estimates are valid after the first `update`."""

    def __init__(self, rate: int) -> None:
        self._nominal = SECOND / rate
        self._per_frame = self._nominal
        self._frame = 0
        self._at = 0.0
        self._outliers = MAX_OUTLIERS
        self._off: list[float] = []
        self._error = 0.0
        self._drift = 0.0

    @property
    def drift_ppm(self) -> float:
        """How much faster than nominal the device runs by the local clock, in ppm: a slow average."""
        return self._drift

    def update(self, frame: int, dac: Micros) -> None:
        """Add the observation that `frame` leaves the device at about local time `dac`.

        Call once for each block, with ascending frames.
        """
        error = dac - self._local(frame)
        if abs(error) <= OUTLIER:
            self._outliers = 0
            error -= self._step(error)
        elif self._outliers >= MAX_OUTLIERS:
            self._reset(frame, dac)
            return
        else:
            self._outliers += 1
        self._follow(frame, min(max(error, -MAX_ERROR), MAX_ERROR))

    def _step(self, error: float) -> float:
        """Note `error`; by how much the loop steps because of it."""
        jump, self._error = error - self._error, error
        if abs(error) < STEP:
            self._off.clear()
            return 0.0
        if self._off and (error > 0) != (self._off[-1] > 0):
            self._off.clear()
        if self._off or abs(jump) >= STEP:
            self._off.append(error)
        if len(self._off) < STEP_BLOCKS:
            return 0.0
        step = min(self._off, key=abs)
        self._off, self._error = [], error - step
        self._at += step
        return step

    def local(self, frame: int) -> Micros:
        """The local time at which `frame` leaves the device."""
        return Micros(round(self._local(frame)))

    def exact(self, frame: int) -> float:
        """The local time at which `frame` leaves the device, with its fraction."""
        return self._local(frame)

    def frame(self, local: Micros) -> int:
        """The frame that leaves the device closest to local time `local`."""
        return self._frame + round((local - self._at) / self._per_frame)

    def position(self, local: float) -> float:
        """The frame that leaves the device at local time `local`, with its fraction."""
        return self._frame + (local - self._at) / self._per_frame

    def _local(self, frame: int) -> float:
        return self._at + (frame - self._frame) * self._per_frame

    def _follow(self, frame: int, error: float) -> None:
        frames = frame - self._frame
        if frames <= 0:
            return
        # The loop is stable only for omega well below 1, so very large blocks get a narrower bandwidth.
        omega = min(tau * BANDWIDTH_HZ * frames * self._nominal / SECOND, pi / 8)
        at = self._local(frame) + sqrt(2) * omega * error
        rate = self._per_frame + omega * omega * error / frames
        furthest = self._nominal * MAX_DRIFT
        self._per_frame = min(max(rate, self._nominal - furthest), self._nominal + furthest)
        self._frame, self._at = frame, at
        share = min(frames * self._nominal / SECOND / DRIFT_AVERAGE_S, 1.0)
        self._drift += share * ((self._nominal / self._per_frame - 1) * 1e6 - self._drift)

    def _reset(self, frame: int, dac: Micros) -> None:
        self._frame, self._at, self._per_frame = frame, float(dac), self._nominal
        self._outliers, self._off, self._error = 0, [], 0.0
