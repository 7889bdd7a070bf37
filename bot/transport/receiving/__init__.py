"""How updates come in: asked for (polling) or brought (webhook). Both store first and acknowledge after."""
