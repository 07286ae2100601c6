# Two commands: `make demo` shows the tool on seeds/, `make test` runs lint, types and all tests.
# `make test-postgres` tries the same on a PostgreSQL server of its own, where that is installed, and
# `make test-browser` the page in Chromium. `make page` bundles the page's program again (needs npm).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO_DB := events.db

.PHONY: demo test test-postgres test-browser page lint types bench clean

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "eventdb needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) 2>/dev/null || $(PYTHON) -m venv --without-pip $(VENV)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m pip -qq --python $(BIN)/python install pip
	@echo "Setting up $(VENV) (once, a minute or two) ..."
	@$(BIN)/python -m pip -qq install -e '.[dev]'
	@touch $@

demo: $(READY)
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	@$(BIN)/eventdb --db $(DEMO_DB) add seeds
	@$(BIN)/eventdb --db $(DEMO_DB) list

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY)
	@$(BIN)/mypy

test: lint types
	@$(BIN)/pytest -q -n 2 --cov --cov-report=term

test-postgres: $(READY)
	@$(BIN)/pytest -q -m postgresql

test-browser: $(READY)
	@$(BIN)/pytest -q -m browser

page:
	@cd page && npm install --no-package-lock --no-audit --no-fund && npm run build

bench: $(READY)
	@if [ -f ../shared/bench/bench.py ]; then \
		PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python ../shared/bench/bench.py; \
	else \
		echo "make bench needs the scorers and corpora in ../shared/bench (bench.py and data/), which are not part of this project."; exit 1; \
	fi

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
