# Two commands for a new user: `make run` and `make test`. Both make .venv from the lock files first.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv

.PHONY: run install compiled source test soak check lint types imports lock clean

run: install
	$(BIN)/dateline run

install: .venv/.installed

.venv/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 13) else f"Dateline needs Python 3.11 to 3.13; $(PYTHON) is {v[0]}.{v[1]}: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install -q uv==0.13.9
	@$(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements.lock
	@$(UV) pip install -q --python $(BIN)/python --no-deps -e .
	@touch $@

.venv/.dev: .venv/.installed requirements-dev.lock
	@$(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

# The coder and the corroborator as machine code instead of the source that lies here: half as fast again. Needs a C
# compiler and two minutes; `make source` goes back.
compiled: .venv/.dev
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation --reinstall-package dateline .

source: .venv/.dev
	$(UV) pip install -q --python $(BIN)/python --no-deps -e .

test: .venv/.dev
	$(BIN)/pytest

soak: .venv/.dev
	$(BIN)/pytest -m soak -s

check: .venv/.dev lint types imports

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

# One lock for all Python versions and platforms; the second adds what tests and checks need.
lock:
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra all -o requirements.lock pyproject.toml
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --extra all --group dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
