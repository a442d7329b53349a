"""The page of a hub's accounts, for its administrators: found, approved, changed, logged out; and the audit log."""
