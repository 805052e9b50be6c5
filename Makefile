# Everything a person or a CI server does here. `make help` lists it.
# Needs: Python 3.11 or newer with venv. Node and Chromium are fetched when they are missing.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
HASHED := $(PIP) --require-hashes --requirement
EXPORT := uv export --quiet --no-emit-project --no-header --no-annotate

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build test check setup install wheel assets chromium docs golden lock clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(VENV)/.runtime assets ## compile every course into dist/
	$(VENV)/bin/lesbouwer build

test: $(VENV)/.dev assets chromium ## run every test: Python, player, browser
	$(PY) -m tools.player test
	$(PY) -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/.dev assets ## style, types, architecture, current documents, budgets
	$(PY) -m ruff format --check
	$(PY) -m ruff check
	$(PY) -m mypy
	$(PY) -m tools.player check
	$(PY) -m pytest --quiet tests/test_architecture.py tests/test_docs.py
	$(PY) -m tools.budgets

setup: $(VENV)/.dev assets ## make .venv with everything for development

install: assets ## make .venv with lesbouwer itself, without what development needs

wheel: install ## make build/lesbouwer-….whl, for repositories with only courses
	$(PY) -m hatchling build --target wheel --directory build

docs: $(VENV)/.dev assets ## write the documents that are made from the code
	$(VENV)/bin/lesbouwer schema
	$(PY) -m tools.catalog
	$(PY) -m tools.catalog
	$(PY) -m tools.reference
	$(PY) -m tools.conformance

golden: $(VENV)/.dev assets ## accept the packages of the test projects as they are now
	LESBOUWER_GOLDEN=write $(PY) -m pytest --quiet tests/test_golden.py

lock: ## write requirements/ anew from pyproject.toml (needs uv)
	uv lock --quiet --upgrade
	$(EXPORT) --no-default-groups --group build --output-file requirements/build.txt >/dev/null
	$(EXPORT) --only-group node --output-file requirements/node.txt >/dev/null
	$(EXPORT) --all-groups --output-file requirements/dev.txt >/dev/null

clean: ## remove everything that git ignores here: packages, caches, .venv
	rm -rf dist/*.zip dist/*.json dist/SHA256SUMS build *.egg-info
	rm -rf builder/player/static builder/player/node_modules builder/schemas_xsd
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results uv.lock $(VENV)
	find builder -name '*.mo' -delete
	find builder tests tools -name __pycache__ -prune -exec rm -rf {} +

# --- what the targets above stand on -------------------------------------------------------

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "this Python has no venv; on Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "making $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# What `lesbouwer` needs to run and to be built; Node only when the machine has none.
$(VENV)/.runtime: requirements/build.txt requirements/node.txt pyproject.toml | $(PY)
	@echo "installing the packages that lesbouwer needs"
	@$(HASHED) requirements/build.txt
	@$(PY) -c 'import hatch_build as h, sys; sys.exit(not h.node_of_machine())' || \
	  { echo "installing Node, as this machine has none that is new enough"; \
	    $(HASHED) requirements/node.txt; }
	@$(PY) hatch_build.py
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	@echo "installing the packages that the tests need"
	@$(HASHED) requirements/dev.txt
	@touch $@

# The player, the XSDs and the translations; done in a blink when nothing changed.
assets: $(VENV)/.runtime
	@$(PY) hatch_build.py

chromium:
	@bash tools/chromium.sh
