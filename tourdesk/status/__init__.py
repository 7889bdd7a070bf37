"""The agency seen from outside: is it alive, is it ready, and in figures."""
