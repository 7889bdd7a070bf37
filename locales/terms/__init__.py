"""The trade's own terms, as people see them: one word per thing, as in docs/glossary.md; one file per noun."""
