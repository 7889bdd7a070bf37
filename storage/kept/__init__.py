"""What is kept beside the rows so that lists and searches go by an index, and is written whenever the rows are."""
