"""From a stored update to an event that is dispatched, one at a time per user."""
