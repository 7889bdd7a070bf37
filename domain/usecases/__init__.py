"""What happens in the trade, by name: plain functions that take a Desk. Rights are asked here, and nowhere else."""
