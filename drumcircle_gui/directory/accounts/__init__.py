"""The user's own account on a hub: registered, logged in and out, and its password changed, in the window."""
