"""A client written from the protocol's README alone."""
