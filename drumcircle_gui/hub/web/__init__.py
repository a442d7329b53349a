"""What a hub answers on HTTP: a status page, JSON, health, metrics, recordings."""
