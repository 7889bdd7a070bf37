"""The doors, one file or folder a noun; each is declared where it is answered."""
