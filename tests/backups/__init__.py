"""Backups are restores: archives, keys, places, the drill, and what happens in the middle of it all."""
