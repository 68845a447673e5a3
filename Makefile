# make workshop   set up, serve, print the link          make test   everything that proves it works
# Works with GNU make 3.81 on Linux and macOS (Windows: through WSL).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
NOTEBOOKS = $(wildcard workshops/*.ipynb exercises/*.ipynb)

.PHONY: help setup workshop check test bench lock

help:
	@echo "make workshop  set up, serve the workshops and print the link"
	@echo "make test      check, run every notebook, walk through every page in a browser"
	@echo "make check     the fast part: ruff, mypy, unit tests, house rules"
	@echo "make setup     make $(VENV) from requirements.lock"
	@echo "make bench     measure against baselines of the same run"
	@echo "make lock      bring requirements.lock up to date with pyproject.toml"

setup: $(STAMP)

# Python 3.11 or newer, then exactly what the lock names, then this package from here.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Name another with: make setup PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $(STAMP)

workshop: setup
	$(BIN)/lineofsight serve

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -m "not browser"

test: check
	LINEOFSIGHT_STRICT=1 LINEOFSIGHT_STORE=memory: $(BIN)/python -m pytest --nbval-lax --nbval-cell-timeout=60 $(NOTEBOOKS)
	$(BIN)/python tests/browser/find_chromium.py
	$(BIN)/python -m pytest -m browser tests/browser

bench: setup
	$(BIN)/python tests/benchmarks

lock:
	$(BIN)/uv pip compile --universal --generate-hashes --all-extras --python-version 3.11 --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet --output-file requirements.lock pyproject.toml
