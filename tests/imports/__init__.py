"""Files that come in: read as people and programs write them, and refused when they cannot be."""
