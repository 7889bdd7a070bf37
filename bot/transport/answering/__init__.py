"""What was said goes to Telegram, now or after the process that owed it has died."""
