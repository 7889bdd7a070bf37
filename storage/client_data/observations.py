"""What colleagues notice of the market is about places and suppliers."""

from storage.client_data.declared import nothing_of_clients

nothing_of_clients("observations", "what was noticed of destinations and suppliers")
