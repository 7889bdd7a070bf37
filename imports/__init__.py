"""Files that come in from outside, read; and those of ours that come back, written: one format in one place."""
