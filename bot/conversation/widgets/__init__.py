"""What screens and flows are made of again and again: a list, a card, a choice of somebody, a single question."""
