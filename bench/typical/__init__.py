"""A typical aiogram bot that does what ours is measured with, as its library's documentation would have it done.

What makes it fair:

- *The same work.* A manager's tap moves a deal one stage on, where it waits for its price in both: the deal is loaded with
  its client, responsible, travellers and payments, changed and committed together with its history; then the card is drawn
  again with as many buttons as ours, the message edited and the tap answered. Both databases hold the same deals.
- *As durable.* Telegram hears "taken" when the update has been handled, the state of conversations stands in the database, and
  the databases are set alike: WAL and synchronous FULL on SQLite, one server's settings on PostgreSQL.
- *Idiomatic.* Twenty routers with two hundred handlers, filters by role, state and `CallbackData`; the declarative mapper, one
  async session per update, opened by a middleware; calls to Telegram inside the handler.
- *Given every doubt.* What stands for good is frozen for the collector as in ours, and the classes of answers are held; no
  connection is opened while it is measured. No translations, throttle, chain of its history or "said lately" on its card, no
  memory of updates that come twice, nothing owed to anybody after a crash: ours has all of them.
"""
