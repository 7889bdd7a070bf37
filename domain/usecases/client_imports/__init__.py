"""Clients from a file: sent, read, held against our files, taken over, and taken back."""
