# make demo     reads the stories of seeds/ into reports/, and checks them
# make check    every gate, the tests last; what .ci/run calls
# make test     the tests alone
# make format   puts the code into its form, and fixes what can be fixed
# make docs     rebuilds the generated pages of docs/
# make bench    times numfacts, and what hostile texts cost
# make bench-gold   scores numfacts on the annotated stories of seeds/gold/
# make bench-accuracy GOLD=DIR    scores numfacts and its peers on gold sets, into docs/benchmark.md
# make errors GOLD=DIR            lists where numfacts differs from gold sets, the commonest pattern first
#
# Each sets up .venv when it is missing or pyproject.toml has changed.  PYTHON=... names another Python.  GOLD is a
# folder of gold sets or one of them; OUT=... is where the errors go, build/errors if it is not given.

PYTHON ?= $(firstword $(foreach python,python3 python3.14 python3.13 python3.12 python3.11,$(if \
  $(shell $(python) -c 'import sys; print("ok" * (sys.version_info >= (3, 11)))' 2>/dev/null),$(python))))
BIN := .venv/bin

.DEFAULT_GOAL := help
OUT ?= build/errors
.PHONY: help demo check test format docs bench bench-gold bench-accuracy errors clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: .venv/demo
	@mkdir -p reports
	$(BIN)/numfacts extract seeds/*.md seeds/*.txt -o reports/facts.csv -o reports/facts.parquet --summary reports/summary.md
	$(BIN)/numfacts check seeds/*.md seeds/*.txt
	@echo 'Written: reports/facts.csv, reports/facts.parquet and, to be read first, reports/summary.md'

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/build_docs.py --check
	$(BIN)/pytest -n auto --dist worksteal

test: .venv/dev
	$(BIN)/pytest -n auto --dist worksteal

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/dev
	$(BIN)/python tools/build_docs.py

bench: .venv/bench
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/hostile_texts.py

bench-gold: .venv/dev
	$(BIN)/python benchmarks/own_gold.py

# quantulum3 answers one way or another from run to run unless the hash seed is fixed.
bench-accuracy: .venv/bench
	PYTHONHASHSEED=0 $(BIN)/python benchmarks/accuracy.py '$(GOLD)'

errors: .venv/demo
	$(BIN)/python benchmarks/errors.py '$(GOLD)' --out '$(OUT)'

clean:
	rm -rf .venv

# The stamps: .venv/demo has what numfacts needs to run, .venv/dev what it needs to be tested, .venv/bench its peers.
.venv/demo: EXTRAS := html
.venv/dev: EXTRAS := dev
.venv/bench: EXTRAS := dev,bench

.venv/demo .venv/dev .venv/bench: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[$(EXTRAS)]'
	@touch $@

.venv/bin/python:
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo 'numfacts needs Python 3.11 or later: make PYTHON=/path/to/python3 $(MAKECMDGOALS)' >&2; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
