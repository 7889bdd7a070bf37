"""How far things are counted for a screen: nobody works down more at once, and a table may have grown by then."""

MOST = 99
"""More than these are told as more than these."""
