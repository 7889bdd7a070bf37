"""The owner sends the logo of the agency, as a photo or a file.

Olga: /settings
Olga: [🏢 Agency]
Olga: [🖼 Logo]
Bot:  Please send the logo as a photo, or as a JPEG or PNG file.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.agency import AGENCY
from domain.entities.files import SentFile
from domain.entities.profile import LOGO, PROFILE
from domain.queries.settings import agency_profile
from domain.usecases.settings.profile import set_logo
from domain.values.refusals import Refusal
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class LogoAnswers:
    seen: int
    picture: dict[str, object] = asked()


@dataclass(frozen=True, kw_only=True)
class Picture(Question):
    """One picture, as it was sent."""

    def hear(self, exchange: Exchange, answers: LogoAnswers, scratch: dict[str, object]) -> dict[str, object]:  # noqa: ARG002
        sent = exchange.event.file
        if sent is None:
            raise Refusal("picture_wanted")
        sent.must_be_acceptable(LOGO)
        return dict(vars(sent))


@routes.flow
class SendLogo(Changing[LogoAnswers]):
    name = "send_logo"
    called = _("logo")
    answers_type = LogoAnswers
    kind = PROFILE
    questions = (
        Picture(
            name="picture",
            asks=_("Please send the logo as a photo, or as a JPEG or PNG file."),
            label=_("Logo"),
        ),
    )

    def prepare(self, exchange: Exchange, answers: LogoAnswers) -> None:  # noqa: ARG002
        agency_profile(exchange.desk)

    def finish(self, exchange: Exchange, answers: LogoAnswers) -> None:
        set_logo(exchange.desk, answers.seen, SentFile(**answers.picture))  # type: ignore[arg-type]
        exchange.head(_("Logo saved."))
        exchange.show_origin(AGENCY)
