"""Conversations: who waits for whom, who has it, and who hears of it when nobody answers."""
