"""Suppliers are firms, and whom we speak with there."""

from storage.client_data.declared import nothing_of_clients

nothing_of_clients("suppliers", "of whom we buy, and how they are reached")
