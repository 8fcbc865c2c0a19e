# Everything runs in .venv, which scripts/setup.sh makes and keeps as uv.lock says.

BIN = .venv/bin
READY = .venv/.set-up
export PATH := $(CURDIR)/.tools/uv/bin:$(PATH)

.PHONY: help brief test quality lock clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

brief: $(READY) ## set up what is missing, then write output/brief.pdf, .docx and .json from seeds/
	@$(BIN)/briefing build seeds/

test: $(READY) ## set up what is missing, then run all checks and tests
	@scripts/setup.sh checks
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --maxprocesses 8 --dist worksteal

quality: $(READY) ## set up what is missing, then print how well sources are merged, on collections labelled by hand
	@$(BIN)/python -m benchmarks.quality

lock: $(READY) ## renew uv.lock with the newest versions that pyproject.toml allows
	uv lock --upgrade

clean: ## remove all that was made: output, environment, tools, caches
	rm -rf .venv .tools dist output/* .*_cache .hypothesis

$(READY): pyproject.toml uv.lock scripts/setup.sh
	@scripts/setup.sh
