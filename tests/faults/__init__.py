"""The catalogue of what can go wrong, and the tests that hold each of it."""
