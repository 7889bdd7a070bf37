"""What serves the machine and not the trade."""
