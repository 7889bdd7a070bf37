"""Prints the table of docs/measurements.md."""

from tests.taps import table

print(table())
