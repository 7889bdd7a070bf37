"""The program: settings, the command line, and how the rooms are joined into a running agency."""
