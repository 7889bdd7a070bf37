"""Inline queries: answered at once, or not at all."""
