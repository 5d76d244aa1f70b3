# Two commands do everything on a fresh machine: `make build` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV ?= .venv
SCALE ?= 1
CITY ?= antwerpen
BIN := $(VENV)/bin
export DO_NOT_TRACK := 1
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
export GX_ANALYTICS_ENABLED := false
export PYTHONPATH := $(CURDIR)/src

# SQL of the one city, and of the other: a city is a dbt target. Neither needs a vault to lint.
SQL := $(wildcard models tests/dbt analyses)
SQL_GENT := $(wildcard models/*/gent)
SQLFLUFF := LEERLOOPBAAN_NO_VAULT=1 $(BIN)/sqlfluff
# What was linted with these contents is not linted again; each city keeps its own parse.
SQL_STAMP := target/lint/sql-$(shell cat .sqlfluff dbt_project.yml $$(find $(SQL) macros seeds \
  -type f | LC_ALL=C sort) requirements.lock 2>/dev/null | sha256sum | cut -c1-16)

# The stamp carries the hash of the lock and of the package's own metadata: what has not changed
# is never installed twice.
STAMP := $(VENV)/.installed-$(shell { cat requirements.lock; \
  sed -n '/^\[build-system/,/^\[tool.ruff/p' pyproject.toml; } | sha256sum | cut -c1-16)

# The dossier of article 6 reads the last test run from here.
JUNIT := --junitxml=$(or $(LEERLOOPBAAN_HOME),var)/tests/junit.xml

.PHONY: help setup build serve test test-full lint lint-python format bench mutate docs lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | awk -F':.*?## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# uv installs in a third of pip's time, held to the same hashes; where it cannot (an index that only
# pip's configuration names), pip does it.
$(STAMP): requirements.lock pyproject.toml
	@test -f $@ && exit 0; \
	test -x $(BIN)/python || python3.11 -m venv $(VENV) || python3 -m venv $(VENV); \
	echo "Installing the locked environment in $(VENV) ..."; \
	pip="$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps"; \
	sed -n '/^uv==/,/[^\]$$/p' requirements.lock > $(VENV)/uv.lock; \
	{ $$pip --require-hashes -r $(VENV)/uv.lock && VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip install \
	  --quiet --no-config --no-deps --require-hashes --compile-bytecode -r requirements.lock; } \
	|| $$pip --require-hashes -r requirements.lock; \
	$$pip --no-build-isolation -e .; \
	rm -f $(VENV)/.installed-*; touch $@

setup: $(STAMP) ## create the environment from the lock

build: setup ## synthetic deliveries, intake, dbt build of every city, release
	@$(BIN)/leerloopbaan build --scale $(SCALE)

serve: setup ## the release in PostgreSQL, one role per recipient (CITY=gent; docs/bi-guide.md)
	@$(BIN)/leerloopbaan serve --city $(CITY)

lint: setup ## ruff, mypy, sqlfluff, yamllint and the register's generated files
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint-python \
	  $(SQL_STAMP)-antwerpen $(if $(SQL_GENT),$(SQL_STAMP)-gent)

lint-python:
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/yamllint --strict .
	$(BIN)/leerloopbaan protocol check

# sqlfluff skips what dbt cannot compile and calls it a warning: here it is a fault.
LINT_LOG = $(@D)/$(lastword $(subst -, ,$@)).log
LINTED = > $(LINT_LOG) 2>&1 || { cat $(LINT_LOG); exit 1; }; ! grep -A1 "fatal exception" $(LINT_LOG)

$(SQL_STAMP)-antwerpen:
	@mkdir -p $(@D); rm -f target/lint/sql-*-antwerpen
	DBT_TARGET_PATH=target/lint/antwerpen $(SQLFLUFF) lint --nocolor --processes 2 $(SQL) $(LINTED)
	@touch $@

$(SQL_STAMP)-gent:
	@mkdir -p $(@D); rm -f target/lint/sql-*-gent
	DBT_TARGET=gent DBT_TARGET_PATH=target/lint/gent \
	  $(SQLFLUFF) lint --nocolor --processes 2 $(SQL_GENT) $(LINTED)
	@touch $@

format: setup ## apply the formatters
	$(BIN)/ruff check --fix src tests benchmarks
	$(BIN)/ruff format src tests benchmarks
	$(SQLFLUFF) fix --processes 2 $(SQL)
	$(if $(SQL_GENT),DBT_TARGET=gent $(SQLFLUFF) fix --processes 2 $(SQL_GENT))

test: setup lint ## every check that protects main
	$(BIN)/pytest -n 2 --dist loadscope -m "not full" $(JUNIT)

test-full: setup lint ## the same and the slower checks
	$(BIN)/pytest -n 2 --dist loadscope $(JUNIT)

bench: setup ## benchmarks, as ratios measured side by side
	$(BIN)/python -m benchmarks

mutate: setup ## break the SQL of the models on purpose: who notices? (CITY=gent SAMPLE=300 SEED=2 BUILT=var)
	@PYTHONPATH=$(CURDIR)/src:$(CURDIR)/tests $(BIN)/python -m mutation \
	  --city $(CITY) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED)) $(if $(BUILT),--built $(BUILT))

docs: setup ## models, lineage, rules, glossary, contracts, run report: one offline site
	@$(BIN)/leerloopbaan docs

lock: setup ## resolve the lock anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --all-extras --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --no-strip-extras --allow-unsafe --python-version 3.11 --upgrade pyproject.toml -o requirements.lock

clean: ## remove what a run wrote (never the landing files of a city)
	rm -rf target logs .mypy_cache .ruff_cache
