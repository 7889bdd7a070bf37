"""The program before this one, on the tables of this one: what it said to its databases is played again."""
