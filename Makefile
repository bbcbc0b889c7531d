# The commands a person types. All they need goes into .venv, made from the hash-checked lock files.

.SILENT:
.DEFAULT_GOAL := help

UV_VERSION := 0.13.9
PORT ?= 8000
BIND ?= 127.0.0.1
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header --no-annotate

# What to check deployment with: good in form, and nobody's.
PRODUCTION := DEBUG=false SECRET_KEY=only-in-form-a-good-one-3Jx8vQm2Zr7Ty5Wn0Kb9Pd4Lf6Hs1Cg \
	DATABASE_URL=postgres://nobody:nothing@127.0.0.1:5432/nowhere REDIS_URL=redis://127.0.0.1:6379/0 ALLOWED_HOSTS=support.example.org

export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1

.PHONY: help
help:
	echo "make run       try Alongside at http://$(BIND):$(PORT)/ with made-up people (PORT=9000 for another port)"
	echo "make fresh     the same, starting over with an empty database"
	echo "make test      all tests: on SQLite, on PostgreSQL with Redis, in a real browser, and while everything breaks"
	echo "make chaos     only the last of these, for as long as one likes (SECONDS=600 SEED=5)"
	echo "make check     format, lint, types, order of imports, migrations, templates, deployment settings"
	echo "make format    put the code into its standard form"
	echo "make setup     make or renew .venv with all that working on Alongside needs"

# -- Setting up --------------------------------------------------------------------------------------------------------

$(BIN)/uv:
	for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && found=$$python && break; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Alongside needs Python 3.11 or newer. Please install it, or say where it is: make PYTHON=/path/to/python3 ..." >&2; \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import venv, ensurepip' 2>/dev/null; then \
		echo "This Python lacks its venv module. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; \
		exit 1; \
	fi; \
	echo "Making .venv with $$("$$found" --version). This takes about a minute, once."; \
	"$$found" -m venv --clear .venv && $(BIN)/python -m pip install -qq --disable-pip-version-check uv==$(UV_VERSION)

$(BIN)/.ready-to-run: requirements.lock | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	touch $@

$(BIN)/.ready-to-work: requirements-dev.lock | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	touch $(BIN)/.ready-to-run $@

.PHONY: setup
setup: $(BIN)/.ready-to-work

# After a change of the dependencies in pyproject.toml; UPGRADE=--upgrade takes the newest that fit.
.PHONY: lock
lock: $(BIN)/uv
	$(LOCK) $(UPGRADE) -o requirements.lock
	$(LOCK) $(UPGRADE) --group dev -c requirements.lock -o requirements-dev.lock

# -- Trying it ---------------------------------------------------------------------------------------------------------

# Named here, so that made-up people never reach a database that .env names.
run fresh: export DEBUG := true
run fresh: export DATABASE_URL ?= sqlite:///var/db.sqlite3
run fresh: export REDIS_URL ?=
run fresh: export SITE_URL ?= http://$(BIND):$(PORT)

.PHONY: run
run: $(BIN)/.ready-to-run
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) make_demo
	exec $(MANAGE) serve --bind $(BIND) --port $(PORT)

.PHONY: fresh
fresh:
	rm -f var/db.sqlite3 var/db.sqlite3-*
	$(MAKE) --no-print-directory run

# -- Testing it --------------------------------------------------------------------------------------------------------

.PHONY: test test-sqlite test-servers test-journeys test-faults chaos
test: $(BIN)/.ready-to-work
	$(BIN)/python -m tests

# ARGS go to pytest: make test-sqlite ARGS="tests/people -x"
test-sqlite test-servers test-journeys test-faults: test-%: $(BIN)/.ready-to-work
	$(BIN)/python -m tests $* $(if $(ARGS),-- $(ARGS))

# People talk while servers, PostgreSQL, Redis and lines break; the seed says what happens when.
SECONDS ?= 300
SEED ?= 4
chaos: $(BIN)/.ready-to-work
	CHAOS_SECONDS=$(SECONDS) CHAOS_SEED=$(SEED) $(BIN)/python -m tests faults -- tests/faults/test_chaos.py

.PHONY: format
format: $(BIN)/.ready-to-work
	$(BIN)/ruff check --quiet --fix-only .
	$(BIN)/ruff format --quiet .
	# djade ends with 1 when it has changed something.
	git ls-files -co --exclude-standard '*.html' | xargs -r $(BIN)/djade --target-version 5.2 || true

.PHONY: check
check: $(BIN)/.ready-to-work
	echo "Format";     $(BIN)/ruff format --quiet --check . > /dev/null || { echo "Some files are not in their standard form: make format" >&2; exit 1; }
	echo "Lint";       $(BIN)/ruff check --quiet .
	echo "Types";      $(BIN)/mypy --no-error-summary
	echo "Imports";    said=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$said"; exit 1; }
	echo "Migrations"; DEBUG=true $(MANAGE) makemigrations --check --dry-run --verbosity 0 || { \
		echo "The models have changed: make the migration with DEBUG=true .venv/bin/python manage.py makemigrations" >&2; exit 1; }
	echo "Templates";  said=$$(git ls-files -co --exclude-standard '*.html' | xargs -r $(BIN)/djade --target-version 5.2 --check 2>&1) || { echo "$$said"; exit 1; }
	echo "Deployment"; $(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING > /dev/null
	echo "All is well."
