"""A hub's accounts: registration, login, roles. The hub uses `accounts_io`."""
