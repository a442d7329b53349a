"""Qt together with asyncio and threads: the event loop, mailboxes to the GUI thread, signals, the error dialog."""
