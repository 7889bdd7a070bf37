"""What is known of a client: all of it for staff, a group to correct, and a client's own details."""

from bot.conversation.links import View

CLIENT_FACTS = View[[int]]("client_facts")
FACT_GROUP = View[[int, str]]("fact_group")
MY_DETAILS = View[[]]("my_details")
