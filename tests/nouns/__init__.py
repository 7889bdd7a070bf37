"""What the tests that walk everything need to know of a noun: a file for each noun, which declares it.

Nouns that all others are built on (people, clients, trips, deals, documents, inquiries) are in the tests' own agencies.
"""
