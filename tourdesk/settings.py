"""Settings: read once from the environment (TOURDESK_…) or a `.env` file; docs/settings.md lists them."""

from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.desk import Agency
from domain.local_time import zone
from domain.money import CURRENCIES
from domain.pipeline import DEFAULT, Pipeline
from domain.refusals import Refusal


class Settings(BaseSettings):
    """One agency's settings. Every field is an environment variable of that name with TOURDESK_ before it."""

    model_config = SettingsConfigDict(env_prefix="TOURDESK_", env_file=".env", extra="ignore")

    token: SecretStr = Field(description="The bot's token, from @BotFather.")
    data: Path = Field(
        Path("data"), description="Folder of the SQLite database, the files and the secret key."
    )
    database: str | None = Field(
        None, description="SQLAlchemy address of a PostgreSQL database; SQLite in the data folder when unset."
    )
    agency: str = Field("Tourdesk", description="The agency's name, as clients see it.")
    phone: str | None = Field(None, description="The agency's phone, as clients see it.")
    currency: str = Field("EUR", description="ISO 4217 code of the currency new trips and budgets are in.")
    zone: str = Field("Europe/Sofia", description="IANA time zone of the agency.")
    region: str = Field("BG", description="ISO 3166 country whose phone numbers are written without a code.")
    pipeline: Path = Field(DEFAULT, description="TOML file with the stages of a deal.")
    api_url: str | None = Field(None, description="Another Bot API server than Telegram's own.")
    webhook_url: str | None = Field(None, description="Public https address for updates; polling when unset.")
    webhook_secret: SecretStr | None = Field(
        None, description="Secret Telegram sends along; made up when unset."
    )
    webhook_host: str = Field("127.0.0.1", description="Address to listen on for the webhook.")
    webhook_port: int = Field(8443, description="Port to listen on for the webhook.")

    @field_validator("zone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            zone(name)
        except Refusal:
            raise ValueError(f"there is no time zone {name!r}") from None
        return name

    @field_validator("currency")
    @classmethod
    def _currency_known(cls, code: str) -> str:
        if code not in CURRENCIES:
            raise ValueError(f"unknown currency {code!r}; known are {', '.join(CURRENCIES)}")
        return code

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite+aiosqlite:///{self.data / 'tourdesk.db'}"

    def agency_with(self, secret: bytes) -> Agency:
        """The agency these settings describe; `secret` seals its links."""
        return Agency(
            self.agency,
            self.currency,
            ZoneInfo(self.zone),
            secret,
            Pipeline.read(self.pipeline),
            self.phone,
            self.region,
        )
