"""The chat page of the sandbox, used in a real browser as a travel agent would."""
