# `make publish` and `make test` need Python 3.11 or later with its venv module, and nothing else prepared.
# Another Python than python3: make PYTHON=python3.13 …

.DEFAULT_GOAL := help
SHELL := /bin/sh
export PYTHON ?= python3
BIN := .venv/bin
# Folders of Python code; some come later than others.
CODE := $(wildcard compiler tests tools benchmarks)

help:  ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

publish: venv  ## check and compile content/, and publish it to build/store
	@$(BIN)/clientarea publish

test: venv-test node  ## run every test, in parallel and in random order
	@tools/with-node $(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST)

soak: venv-test node  ## run the long tests with random faults, on Ceph as well where it can be installed
	@command -v radosgw >/dev/null || tools/debian ceph-common ceph-mon ceph-osd radosgw || true
	@EXPLORE=1 tools/with-node $(BIN)/python -m pytest -m "soak or not soak" --timeout 0 $(PYTEST)

bench: venv-test  ## measure the speed, against FormatJS, msgfmt, Hugo and others
	@$(BIN)/python -m benchmarks

instructions: venv-test  ## count the instructions that three workloads take, against those kept
	@$(BIN)/python -m benchmarks.instructions

coverage: venv-test node  ## run every test and show the branches none of them takes
	@tools/with-node $(BIN)/python -m pytest -n auto --cov --cov-report term $(PYTEST)

check: check-style check-types check-imports check-schemas check-docs check-content  ## all that CI checks beside the tests

check-style: venv-test
	@echo "Style …" >&2
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet

check-types: venv-test
	@echo "Types …" >&2
	@$(BIN)/mypy --no-error-summary $(CODE)

check-imports: venv-test
	@echo "Borders between the rooms …" >&2
	@tools/quietly $(BIN)/lint-imports

check-schemas: venv-test
	@echo "Schemas …" >&2
	@$(BIN)/clientarea schema --check

check-docs: venv-test
	@echo "Documentation …" >&2
	@$(BIN)/python -m tools.docs --check

check-content: venv-test
	@echo "Content …" >&2
	@$(BIN)/clientarea check --strict --today 2026-11-27

fix: venv-test  ## mend style, schemas and documentation where a program can
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format --quiet
	@$(MAKE) --no-print-directory docs

docs: venv-test  ## write schemas/ and the documentation that is made from the code
	@$(BIN)/clientarea schema
	@$(BIN)/python -m tools.docs

lock: venv-test  ## resolve the locks again (UPGRADE=1: to the newest versions) and prove them
	@tools/lock $(if $(UPGRADE),--upgrade)
	@$(BIN)/python tools/check_locks.py

clean:  ## remove what was made here, .venv too; the releases in build/store stay
	rm -rf .venv build/bench build/out build/.out-* tests/node/node_modules .coverage .coverage.* .hypothesis \
	  .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@tools/setup publish

venv-test:
	@tools/setup test

node: tests/node/node_modules/.stamp

tests/node/node_modules/.stamp: tests/node/package-lock.json tests/node/.npmrc | venv-test
	@echo "Installing the JavaScript runtimes of the tests …" >&2
	@cd tests/node && ../../tools/with-node ../../tools/quietly npm ci
	@touch $@

.PHONY: help publish test soak bench instructions coverage check check-style check-types check-imports check-schemas \
  check-docs check-content fix docs lock clean venv venv-test node
