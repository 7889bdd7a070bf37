"""Who may what: every use case, button, view and shelf, tried by everybody."""
