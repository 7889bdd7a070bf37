"""Settings: read once from the environment (TOURDESK_…) or a `.env` file; docs/settings.md lists them."""

import re
from datetime import time
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.entities.pipeline import DEFAULT, Pipeline
from domain.entities.profile import Profile
from domain.ports.agency import Agency, CurrentAgency
from domain.values.local_time import zone
from domain.values.money import CURRENCIES
from domain.values.refusals import Refusal

PUBLIC_KEY = "backup-key.pub"
"""The file in the data folder that `tourdesk backup-key` writes."""


_REGION = "BG"
"""As it comes; only another one is looked up, in a library that is large."""


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
    pay_to: str | None = Field(None, description="How clients pay, as they read it beside what they owe.")
    currency: str = Field("EUR", description="ISO 4217 code of the currency new trips and budgets are in.")
    zone: str = Field("Europe/Sofia", description="IANA time zone of the agency.")
    region: str = Field(
        _REGION, description="ISO 3166 country whose phone numbers are written without a code."
    )
    pipeline: Path = Field(DEFAULT, description="TOML file with the stages of a deal.")
    api_url: str | None = Field(None, description="Another Bot API server than Telegram's own.")
    webhook_url: str | None = Field(None, description="Public https address for updates; polling when unset.")
    webhook_secret: SecretStr | None = Field(
        None, description="Secret Telegram sends along; made from secret.key when unset."
    )
    webhook_host: str = Field("127.0.0.1", description="Address to listen on for the webhook.")
    webhook_port: int = Field(8443, ge=1, le=65535, description="Port to listen on for the webhook.")
    status_host: str = Field("127.0.0.1", description="Address to show the status pages on.")
    status_port: int | None = Field(None, ge=1, le=65535, description="Port of the status pages, if any.")
    web_host: str = Field("127.0.0.1", description="Address to listen on for web sites, calls and links.")
    web_port: int | None = Field(
        None, ge=1, le=65535, description="Port for them, if any; the webhook's own is shared with it."
    )
    web_url: str | None = Field(None, description="Public https address that leads to that port.")
    web_proxies: int = Field(
        0, ge=0, le=9, description="How many proxies of one's own stand before it and tell who has come."
    )
    backup_key: str | None = Field(None, description="The owner's public key (age1…) that locks backups.")
    backup_to: str = Field("", description="Where backups are kept: folders, s3://… and chat, with commas.")
    backup_at: time = Field(time(3, 30), description="When they are made each night, by the agency's clock.")
    backup_keep: str = Field("7,4,12", description="How many are kept: daily, weekly, monthly.")

    @field_validator("backup_key")
    @classmethod
    def _backup_key_reads(cls, key: str | None) -> str | None:
        if key and not re.fullmatch(r"age1[0-9a-z]{58}", key):
            raise ValueError("a public key like age1… is wanted; `tourdesk backup-key` makes one")
        return key or None

    @field_validator("backup_keep")
    @classmethod
    def _backup_keep_reads(cls, keep: str) -> str:
        if not re.fullmatch(r"\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}", keep, re.ASCII):
            raise ValueError("three numbers are wanted, like 7,4,12")
        return keep

    @field_validator("token")
    @classmethod
    def _token_reads(cls, token: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[0-9]+:[\w-]+", token.get_secret_value(), re.ASCII):
            raise ValueError("this does not look like a token of @BotFather's")
        return token

    @field_validator("webhook_secret")
    @classmethod
    def _secret_travels(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[\w-]{1,256}", secret.get_secret_value(), re.ASCII):
            raise ValueError("Telegram takes up to 256 of the signs A-Z, a-z, 0-9, _ and - only")
        return secret

    @field_validator("api_url", "webhook_url", "web_url")
    @classmethod
    def _web_address(cls, url: str | None) -> str | None:
        if url and not re.match(r"https?://[^/\s]", url):
            raise ValueError("a web address begins with https:// (or http://)")
        return url or None

    @field_validator("database")
    @classmethod
    def _database_known(cls, url: str | None) -> str | None:
        from sqlalchemy import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            driver = make_url(url).drivername if url else None
        except (ArgumentError, ValueError):
            driver = "?"
        if driver not in {None, "postgresql+asyncpg", "sqlite+aiosqlite"}:
            raise ValueError("an address like postgresql+asyncpg://user:password@host/name is wanted")
        return url or None

    @field_validator("region")
    @classmethod
    def _region_known(cls, code: str) -> str:
        if code == _REGION:
            return code
        from phonenumbers import SUPPORTED_REGIONS

        if code not in SUPPORTED_REGIONS:
            raise ValueError("an ISO 3166 code like BG is wanted")
        return code

    @field_validator("pipeline")
    @classmethod
    def _pipeline_reads(cls, path: Path) -> Path:
        try:
            pipeline = Pipeline.read(path)
        except (OSError, ValueError, KeyError, TypeError):
            raise ValueError("there is no file of stages that can be read") from None
        pipeline.must_work()
        return path

    @field_validator("zone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            zone(name)
        except Refusal:
            raise ValueError("there is no such time zone") from None
        return name

    @field_validator("currency")
    @classmethod
    def _currency_known(cls, code: str) -> str:
        if code not in CURRENCIES:
            raise ValueError(f"known currencies are {', '.join(CURRENCIES)}")
        return code

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite+aiosqlite:///{self.data / 'tourdesk.db'}"

    @property
    def bot_number(self) -> str:
        """The bot's own number, which stands before the colon of its token."""
        return self.token.get_secret_value().partition(":")[0]

    @property
    def public_key(self) -> str | None:
        """What locks backups: by the setting, else as `tourdesk backup-key` left it; None: there is none."""
        kept = self.data / PUBLIC_KEY
        return self.backup_key or (kept.read_text().strip() if kept.exists() else None)

    @property
    def backups_kept(self) -> tuple[int, int, int]:
        daily, weekly, monthly = map(int, self.backup_keep.split(","))
        return daily, weekly, monthly

    @property
    def shared(self) -> bool:
        """Whether other processes may work on the same database."""
        return self.database_url.startswith("postgresql")

    @property
    def web_beside_webhook(self) -> bool:
        """Whether one server listens for the webhook and for everything else."""
        return self.webhook_url is not None and self.web_port == self.webhook_port

    @property
    def profile(self) -> Profile:
        """The first value of the agency's profile: what the owner settles in the chat holds from then on."""
        return Profile(self.agency, self.currency, self.zone, self.region, self.phone, self.pay_to)

    def agency_with(self, secret: bytes) -> CurrentAgency:
        """The agency these settings describe; `secret` seals its links."""
        return CurrentAgency(
            Agency(
                secret,
                nightly=self.backup_at,
                has_backup_key=lambda: self.public_key is not None,
                web_url=self.web_url and self.web_url.rstrip("/"),
            )
        )
