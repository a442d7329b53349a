"""Musical time, with nothing but the standard library: units, the timeline, the clock estimator, the schedule."""
