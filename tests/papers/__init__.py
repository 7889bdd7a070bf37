"""Papers as their readers find them: read back from the bytes, letter by letter and cell by cell."""
