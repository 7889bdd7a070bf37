"""How it is shipped: containers, systemd, and a first start of several processes."""
