"""A member's loops to play to: fetches and decodes their files, and passes them to the sound process in time."""
