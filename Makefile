# `make ask Q="..."` works on a fresh machine with make and Python 3.11 or later.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MEASURED := tests/evaluation/measured.jsonl
PAGES := build/pages
LOCAL_SLACK := tools/slack_local/node_modules/.installed

export Q

.DELETE_ON_ERROR:
.PHONY: install ask lint test tests kill-test slack-kill-test reminders-kill-test bench evaluate slack-local pictures pages

install: $(VENV)/.installed

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv $(VENV)

# First and by itself: on Linux pip takes PyTorch's build for graphics cards, several gigabytes.
# Who installs the CPU-only build into .venv beforehand (README.md) keeps it: the version agrees.
$(VENV)/.torch: constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install -c constraints.txt torch
	touch $@

$(VENV)/.installed: pyproject.toml constraints.txt $(VENV)/.torch
	$(BIN)/python -m pip install -c constraints.txt -e '.[dev]'
	touch $@

ask: install
	@$(BIN)/policylots ask "$$Q"

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The checks of the code beside the tests, which wait a good deal.
test: install
	$(MAKE) --no-print-directory --jobs=2 lint tests

tests: install
	$(BIN)/pytest -m "not slow" --numprocesses=2 --dist=loadgroup

kill-test: install
	$(BIN)/pytest -m slow tests/end_to_end/test_killed_indexer.py tests/end_to_end/test_killed_log.py

slack-kill-test: install
	$(BIN)/pytest -m slow tests/end_to_end/slack/test_killed_bot.py

reminders-kill-test: install
	$(BIN)/pytest -s -m slow tests/end_to_end/test_killed_sender.py

bench: install
	$(BIN)/python -m tests.benchmarks.all

evaluate: install
	$(BIN)/policylots evaluate $(MEASURED)
	$(BIN)/python -m tests.evaluation.ablation $(MEASURED)

slack-local: install $(LOCAL_SLACK)
	$(BIN)/python -m tools.slack_local $(if $(PORT),--port $(PORT))

# Of the assistant as `make slack-local` runs it in another terminal.
pictures: $(LOCAL_SLACK)
	node tools/slack_local/screenshots.mjs

# The sample reports as they are printed, to be looked at; needs LibreOffice and poppler-utils.
pages:
	soffice --headless --convert-to pdf --outdir $(PAGES)/docx docs/examples/*.docx
	soffice --headless --convert-to pdf --outdir $(PAGES)/xlsx docs/examples/*.xlsx
	for file in $(PAGES)/*/*.pdf; do pdftoppm -r 80 -png "$$file" "$${file%.pdf}"; done

$(LOCAL_SLACK): tools/slack_local/package-lock.json
	npm ci --prefix tools/slack_local --no-audit --no-fund
	touch $@
