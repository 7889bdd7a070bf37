"""Random people who do random things, against a plain model of the agency."""
