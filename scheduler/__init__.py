"""The clock and the postman: everything the agency says unasked."""
