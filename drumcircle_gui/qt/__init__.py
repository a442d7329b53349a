"""What Qt needs to live beside asyncio and threads: an event loop, a way for values to reach it, and a last resort."""
