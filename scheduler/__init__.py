"""The room of the clock and the postman: everything the agency says unasked."""
