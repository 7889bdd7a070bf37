"""Under a notice about a file that cannot be used: another one is sent for the same field."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.flows.fields.fill import FillFields
from bot.links.fields import FIELDS
from domain.entities.notices import Notice
from domain.queries.fields import thing_with_fields

routes = Routes()


@routes.verb("send_field_file")
def send_field_file(exchange: Exchange, notice: Notice) -> None:
    """Where something else was sent meanwhile, or may be no more, what there is is shown."""
    subject, number, part, key = (notice.facts[fact] for fact in ("subject", "number", "part", "field"))
    found = thing_with_fields(exchange.desk, subject, number, part)
    if key in found.empty:
        begin(exchange, FillFields, subject=subject, number=number, part=part, only=key)
    else:
        exchange.show(FIELDS, subject, number, part, 0)
