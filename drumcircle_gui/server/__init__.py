"""The server of a circle: the asyncio shell around the state machine in `room`."""
