# The first target runs the pipeline. `clean` is the cleaning stage; the target that deletes is `distclean`.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
TELLINGS := $(VENV)/bin/python -m pipeline
RAW ?= raw
OUTPUT ?= output

.DEFAULT_GOAL := all
.PHONY: all setup extract clean tag compare report browser test check bench fuzz soak audit lock distclean help

all: setup ## compare the articles in raw/ and write output/
	@$(TELLINGS) run --raw "$(RAW)" --output "$(OUTPUT)"

setup: $(VENV)/run.stamp ## install what a run needs into .venv

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Tellings needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing (once; a minute or two) ..."
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing the test tools (once) ..."
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

extract clean tag compare: setup ## run up to this stage; the next one starts from there
	@$(TELLINGS) run --raw "$(RAW)" --output "$(OUTPUT)" --until $@

report: all ## the last stage writes the output

INSTALL_CHROMIUM := apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium
browser: ## install chromium, in which the tests open the page (Debian, Ubuntu)
	@if command -v chromium >/dev/null; then :; \
	elif ! command -v apt-get >/dev/null; then echo "Install Chromium so that 'chromium' is on the PATH; until then the browser tests skip."; \
	elif [ "$$(id -u)" = 0 ]; then $(INSTALL_CHROMIUM) || echo "Chromium could not be installed; the browser tests skip."; \
	elif command -v sudo >/dev/null; then sudo sh -c '$(INSTALL_CHROMIUM)' || echo "Chromium could not be installed; the browser tests skip."; \
	else echo "Ask an administrator for: apt-get install chromium; until then the browser tests skip."; fi

test: $(VENV)/dev.stamp ## run the tests
	@$(VENV)/bin/python -m pytest -q

check: $(VENV)/dev.stamp ## ruff, mypy strict, then the tests
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/python -m pytest -q

bench: $(VENV)/dev.stamp ## measure against labelled data; prints tables
	@for script in bench/*.py; do echo; echo "== $$script"; $(VENV)/bin/python "$$script" || echo "(not measured)"; done

FUZZ_SECONDS ?= 60
$(VENV)/fuzz.stamp: requirements-fuzz.txt $(VENV)/dev.stamp
	@echo "Installing the fuzzer (once) ..."
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.txt
	@touch $@

fuzz: $(VENV)/fuzz.stamp ## change inputs until a reader breaks; FUZZ_SECONDS for each of them
	@$(VENV)/bin/python -m fuzz --seconds $(FUZZ_SECONDS)

soak: $(VENV)/dev.stamp ## try every fault at every step, up to an hour of it; prints what came of them
	@SOAK=1 $(VENV)/bin/python -m pytest -q tests/faults

# What was found is in audit.txt; where there is none, the question was not answered, and audit.log says why.
audit: $(VENV)/dev.stamp ## ask the network for known faults of the locked dependencies
	@rm -f $(VENV)/audit.txt
	@if $(VENV)/bin/uv tool run --quiet --isolated pip-audit@2.10.0 --strict --require-hashes --disable-pip --progress-spinner off \
		-r requirements.txt --output $(VENV)/audit.txt 2>$(VENV)/audit.log; then echo "The locked dependencies have no known faults."; \
	elif [ -s $(VENV)/audit.txt ]; then cat $(VENV)/audit.txt; exit 1; \
	else echo "The audit got no answer: $$(tail -n 1 $(VENV)/audit.log)"; \
		echo "Nothing is known of the dependencies. Try again where pypi.org answers."; exit 1; fi

lock: $(VENV)/dev.stamp ## resolve the dependencies anew, with hashes
	@$(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --group install pyproject.toml -o requirements.txt
	@$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group install --group dev pyproject.toml -c requirements.txt -o requirements-dev.txt
	@$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group fuzz -o requirements-fuzz.txt

distclean: ## DELETE .venv, the store and everything in output/ but its README
	rm -rf $(VENV) .tellings .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find output -mindepth 1 ! -name README.md -delete

help: ## this list
	@grep -hE '^[a-z ]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-28s %s\n", $$1, $$2}'
