"""Benchmarks: two things run side by side in one run; what counts is the ratio."""
