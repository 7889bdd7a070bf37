"""The season of `tourdesk demo`."""
