"""Who can reach a circle that runs here: addresses, the router's port mappings, the announcement in the network."""
