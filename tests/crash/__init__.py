"""The crash test: the whole program is killed at random moments while people talk with it, and nothing may be lost."""
