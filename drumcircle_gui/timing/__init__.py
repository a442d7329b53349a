"""Musical time: units, the timeline, the clock estimator, the stroke schedule, the guide. Standard library only."""
