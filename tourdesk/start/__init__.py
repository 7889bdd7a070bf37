"""The steps of a start, one file each; `tourdesk/agency.py` lists them in order."""
