# Two commands do everything: `make demo` and `make test`. Both set themselves up.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8470
DATA ?=
OPEN ?= 1
EMPTY ?=
LOG ?=
WORKERS ?= auto

.PHONY: demo test lint format words crash faults controls rights stories fuzz soak backups bench licences lock clean

demo: $(VENV)/.ready-to-run  ## The whole agency on this machine, no token, no internet
	@$(PY) -m tourdesk demo --port $(PORT) $(if $(DATA),--data "$(DATA)") $(if $(filter 0,$(OPEN)),--no-open) $(if $(filter 1,$(EMPTY)),--empty) $(if $(filter 1,$(LOG)),--log)

# What was compiled once is loaded by every worker and every child process, whatever the shell says.
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.ready-to-develop  ## Every test, on SQLite and PostgreSQL
	@$(PY) -m pytest -n $(WORKERS) --dist worksteal $(TESTS)

lint: $(VENV)/.ready-to-develop  ## Style, types, rooms and catalogs
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -m tourdesk words --check

format: $(VENV)/.ready-to-develop  ## Puts the code into shape
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

words: $(VENV)/.ready-to-develop  ## Brings new sentences into the catalogs
	$(PY) -m tourdesk words

crash: $(VENV)/.ready-to-develop  ## The long crash test: kills the bot while people talk
	$(PY) -m tests.crash

faults: $(VENV)/.ready-to-develop  ## Everything that can go wrong, at full length; WRITE=1 renews the table in docs/measurements.md
	@$(PY) -m tests.faults $(if $(WRITE),--write) $(FAULTS)

controls: $(VENV)/.ready-to-develop  ## Breaks the house in a copy, place by place: the tests of faults and crashes must notice
	@$(PY) -m tests.faults.controls $(FAULTS)
	@$(if $(FAULTS),true,$(PY) -m tests.crash.controls)

stories: export PYTHONDONTWRITEBYTECODE =
stories: $(VENV)/.ready-to-develop  ## Every story, the month and the season on both databases
	@TOURDESK_LONG=1 $(PY) -m pytest -n $(WORKERS) --dist worksteal tests/stories tests/month tests/season

fuzz: $(VENV)/.ready-to-develop  ## Random people against a model of the agency, until Ctrl-C or for MINUTES
	@MINUTES=$(or $(MINUTES),0) $(PY) -m tests.fuzz.endless

rights: $(VENV)/.ready-to-develop  ## Everybody tries everything, on both databases
	@TOURDESK_LONG=1 $(PY) -m pytest -q tests/rights

backups: $(VENV)/.ready-to-develop  ## How long backups and restores take, and how much memory (CLIENTS=1000000)
	$(PY) -m tests.backups.long $(CLIENTS)

soak: $(VENV)/.ready-to-develop  ## A region's day at twenty times its speed; MINUTES=60 in the long form
	$(PY) -m bench.soak --minutes $(or $(MINUTES),10)

bench: $(VENV)/.ready-to-develop  ## Ratios beside a bare aiogram bot; `python -m bench --help` for parts and full size
	$(PY) -m bench

licences: $(VENV)/.ready-to-develop  ## Writes docs/licences.md
	$(PY) -m tests.house.licences

lock:  ## Renews the lock files (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -q pyproject.toml --extra install -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -q pyproject.toml --extra install --extra dev -o requirements-dev.lock

clean:
	rm -rf $(VENV) build *.egg-info

# Each set-up is done once, and again when a lock file changes.
$(VENV)/.ready-to-run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Tourdesk needs (once, about a minute) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-to-develop: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Tourdesk's tests need (once, about a minute) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tourdesk needs Python 3.11 or newer; set PYTHON= to one (this is $$($(PYTHON) --version 2>&1))."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: install it (Debian, Ubuntu: apt install python3-venv)."; exit 1; }
	@$(PYTHON) -m venv $(VENV)
