# make run: set up and start. make test, make check, make bench: for those who change it.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --no-compile --only-binary :all: --require-hashes
COMPILE := $(BIN)/python -m compileall -q -j 0 $(VENV)/lib# on every core; pip would use one

# Where it is set, every process that a test starts would compile Kvieslys anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: setup setup-dev run test check lint types bench learn lock clean

setup: $(VENV)/.installed

setup-dev: $(VENV)/.installed-dev

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Kvieslys needs Python 3.11 or newer: install it and run make again." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment here (on Debian: apt install python3-venv)." >&2; exit 1; }

define install
	@$(INSTALL) -r $(1)
	@$(COMPILE)
	@$(PIP) install --no-deps --no-build-isolation -e .
endef

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing Kvieslys into $(VENV) (once, about half a minute) ..."
	$(call install,requirements.lock)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing Kvieslys with the tools for tests and checks ..."
	$(call install,requirements-dev.lock)
	@touch $(VENV)/.installed $@

run: setup
	@$(BIN)/kvieslys run

test: setup-dev
	@$(BIN)/python -m pytest

check: setup-dev lint types test

lint: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup-dev
	@$(BIN)/mypy

# CATALOGUE=... QUERIES=... (JSON lines) measures the search with these as well as with our own;
# OPTIONS=--quick is a short look, OPTIONS=--million searches among a million events too.
bench: setup-dev
	@$(BIN)/python -m tests.benchmarks $(CATALOGUE) $(QUERIES) $(OPTIONS)

# Anew from the labelled sentences of tests/benchmarks/data: what a sentence wants, and which of its
# words say what about; the same file from the same sentences and rules. Three minutes.
learn: setup-dev
	@$(BIN)/python -m tests.benchmarks.learning

# Needs uv; resolves for every supported Python at once and writes no registry's address.
lock:
	uv pip compile --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --extra build -o requirements.lock
	uv pip compile --universal --python-version 3.11 --only-binary :all: --generate-hashes --no-emit-index-url --no-header --quiet pyproject.toml --extra build --extra dev -o requirements-dev.lock

clean:
	rm -rf $(VENV) .playground .pytest_cache .mypy_cache .ruff_cache
