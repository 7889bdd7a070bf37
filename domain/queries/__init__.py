"""What may be read, and by whom: each query asks the right, reads, and gives the thing itself or a small frozen view.

Screens, lists on paper, reports and exports read the same ones. Nothing here writes; use cases may read here too.
"""
