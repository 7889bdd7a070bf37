"""The page on which a supplier confirms what was asked of them, behind a link of their own."""
