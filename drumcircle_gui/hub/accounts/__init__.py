"""A hub's accounts: who is registered, may log in, conduct and administer. `accounts_io` is what the hub uses."""
