"""Who sent an event, what it means, and which step answers it."""
