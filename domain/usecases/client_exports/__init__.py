"""Clients are given away as a file."""
