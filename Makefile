# Every target sets up what it needs: Python 3.11+ with its venv module, and make, are enough.
#
#   make demo          check a real article against a real report (Chinese)
#   make test          lint, types, layers, tests
#   make lint          the first three of these
#   make test-system   build the wheel, install it into a fresh environment, run the command
#   make bench         speed, memory and start-up time; accuracy and speed beside other libraries
#   make held-out      accuracy on the labelled cases that no rule was written against
#   make units         write the names of units and currencies anew from CLDR
#   make clean         remove caches and build products; make distclean also the environments
#
# Another interpreter: make PYTHON=python3.12 test

PYTHON  ?= python3
PYTEST_ARGS ?=

VENV    := .venv
BIN     := $(VENV)/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUN     := $(VENV)/.installed-package
DEV     := $(VENV)/.installed-dev
PEERS   := .bench-venv/.installed-peers
SYSTEM  := build/system

ARTICLE := fixtures/articles/zh/qwen3.5-397b.md
REPORT  := fixtures/reports/zh/qwen3.5-397b.md
CHECK   := claimcheck check $(ARTICLE) --source $(REPORT) --lang zh --format markdown

.DEFAULT_GOAL := help
.NOTPARALLEL:  # one environment, one pip at a time
.PHONY: help demo test lint ruff format types layers test-system bench held-out units clean distclean renew

help:
	@sed -n 's/^#   //p' Makefile

demo: export PYTHONUTF8 := 1
demo: $(RUN)
	@$(BIN)/$(CHECK)

# Tests run even where lint fails, so that one run shows everything; the exit code tells of both.
test: $(DEV)
	@status=0; \
	$(MAKE) --no-print-directory --keep-going lint || status=1; \
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS) || status=1; \
	exit $$status

lint: ruff format types layers

ruff: $(DEV)
	$(BIN)/ruff check .

format: $(DEV)
	$(BIN)/ruff format --check .

types: $(DEV)
	$(BIN)/mypy

layers: $(DEV)
	$(BIN)/lint-imports

# The wheel must give what the checkout gives: language data that was not packed would show here.
test-system: export PYTHONUTF8 := 1
test-system: $(RUN)
	rm -rf $(SYSTEM)
	mkdir -p $(SYSTEM)
	$(PIP) wheel --no-deps --wheel-dir $(SYSTEM) .
	$(BIN)/python -m venv $(SYSTEM)/venv
	$(SYSTEM)/venv/bin/python -m pip --disable-pip-version-check --quiet install $(SYSTEM)/*.whl
	$(BIN)/$(CHECK) > $(SYSTEM)/checkout.md
	$(SYSTEM)/venv/bin/$(CHECK) > $(SYSTEM)/wheel.md
	grep -q '✅' $(SYSTEM)/wheel.md
	cmp $(SYSTEM)/checkout.md $(SYSTEM)/wheel.md

bench: $(RUN) $(PEERS)
	@$(BIN)/python benchmarks/bench.py

held-out: $(RUN)
	@$(BIN)/python benchmarks/held_out.py

units: $(DEV)
	@$(BIN)/python tools/units_from_cldr.py

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV) $(dir $(PEERS))

# The environment. A stamp holds the path of the checkout, since an editable install and the scripts of an
# environment point at it: a copied or moved checkout makes its own anew, or it would run the other one's code.
ifneq ($(shell test -x $(BIN)/python && cat $(RUN) 2>/dev/null),$(CURDIR))
$(RUN): renew
endif
ifneq ($(shell test -x $(BIN)/python && cat $(DEV) 2>/dev/null),$(CURDIR))
$(DEV): renew
endif

renew:
	@if test -e $(RUN) && test "$$(cat $(RUN))" != "$(CURDIR)"; then rm -rf $(VENV); fi

define environment
@test -x $(BIN)/python || \
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	{ echo "claimcheck needs Python 3.11 to 3.13. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
@test -x $(BIN)/python || $(PYTHON) -m venv --clear $(VENV)
endef

$(RUN): pyproject.toml
	$(environment)
	$(PIP) install --editable .
	@echo "$(CURDIR)" > $@

$(DEV): pyproject.toml
	$(environment)
	$(PIP) install --editable '.[dev]'
	@echo "$(CURDIR)" | tee $(RUN) > $@

# What claimcheck is measured beside, in an environment of its own. The stamp is left when all of them are there; what
# could not be installed is tried again at the next run, and named in the table until then.
$(PEERS): $(RUN) benchmarks/peers.toml
	@test -x .bench-venv/bin/python || $(BIN)/python -m venv --clear .bench-venv
	@.bench-venv/bin/python benchmarks/peers_install.py
