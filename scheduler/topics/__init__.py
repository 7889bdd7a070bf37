"""What is said in the topics of staff groups: worded, sent at the pace Telegram allows, and written down."""
