"""Backups: made, restored on trial, kept, and restored in earnest; and moving house to PostgreSQL."""
