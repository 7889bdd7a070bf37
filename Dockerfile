# Tourdesk in a container: `docker build -t tourdesk .`; compose.yaml runs it beside a PostgreSQL.

FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements.lock ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY ops ./ops
COPY domain ./domain
COPY locales ./locales
COPY storage ./storage
COPY papers ./papers
COPY imports ./imports
COPY bot ./bot
COPY web ./web
COPY scheduler ./scheduler
COPY sandbox ./sandbox
COPY tourdesk ./tourdesk
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin tourdesk \
    && install -d -o tourdesk -g tourdesk -m 0700 /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 TOURDESK_DATA=/data TOURDESK_STATUS_PORT=8480
WORKDIR /data
VOLUME /data
USER tourdesk
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:8480/health', timeout=4)"]
ENTRYPOINT ["tourdesk"]
CMD ["run"]
