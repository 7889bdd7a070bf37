"""The season that `tourdesk demo` opens in: four weeks of an agency, played through the use cases.

Each file tells of one noun, in days before or after the morning on which the demo opens, and yields its acts. A new room adds
its file to `tourdesk/season/program.py`, the one list of them; nothing else has to know of it.
"""
