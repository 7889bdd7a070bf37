"""Doors: limits as pure rules, the server over real HTTP, and each feature's doors."""
