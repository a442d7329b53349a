"""The conductor's guide: grooves to choose, edit, hear, send, and keep as files."""
