"""What a port promises, asked of every implementation: the in-memory one of the tests, and SQL on both databases."""
