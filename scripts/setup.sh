#!/bin/sh
# Sets up what the program and its tests need: a locked environment in .venv, and
# the system libraries that lay out PDFs. Needs Python 3.11 or later. Where no uv
# is found that can read uv.lock, one is brought into .tools/ by pip.
#
# `setup.sh checks` brings instead what only the checks of rendered files need: what
# it cannot have is named, and their checks are skipped; in CI that is an error.
set -eu
cd "$(dirname "$0")/.."

PATH="$PWD/.tools/uv/bin:$PATH"
export PATH UV_PROJECT_ENVIRONMENT=.venv

say() { printf '%s\n' "$@" >&2; }
fail() { say "$@"; exit 1; }

# The base of an activated environment is wanted: .venv cannot be made anew from itself.
find_python() {
    for python in python3.13 python3.12 python3.11 python3; do
        "$python" -c 'import sys; sys.version_info < (3, 11) and sys.exit(1); print(sys._base_executable)' \
            2>/dev/null && return
    done
    fail "No Python 3.11 or later was found on PATH. Install one (on Debian and Ubuntu:" \
        "apt-get install python3 python3-venv) and run the same command again."
}

# Any uv that can read the lock file is recent enough.
find_uv() {
    uv export --frozen --offline --quiet >/dev/null 2>&1 && return
    "$UV_PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$UV_PYTHON cannot make virtual environments. Install its venv module (on Debian and" \
            "Ubuntu: apt-get install python3-venv), or uv, and run the same command again."
    say "Bringing uv into .tools/uv"
    "$UV_PYTHON" -m venv .tools/uv
    .tools/uv/bin/pip install --quiet --disable-pip-version-check uv
    hash -r # the shell remembers where the other uv was
}

# WeasyPrint itself is asked, for it knows every system's names of the files.
# Without harfbuzz-subset it works, but not the same bytes twice.
have_libraries() {
    .venv/bin/python -W ignore -c \
        'from weasyprint.text.ffi import harfbuzz_subset as found; raise SystemExit(not found)' \
        >/dev/null 2>&1
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# An unreachable extra archive must not stop what the others can give.
apt_update() { as_root apt-get update -qq || true; }

apt_install() {
    say "Installing $*"
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq --yes --no-install-recommends "$@" >&2
}

find_libraries() {
    have_libraries && return
    apt="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    if command -v apt-get >/dev/null; then
        # shellcheck disable=SC2086 # a list of names
        apt_update && apt_install $apt && have_libraries && return
        command="apt-get install $apt"
    elif command -v brew >/dev/null; then
        # A Python that is not Homebrew's own does not look into Homebrew's folder.
        # shellcheck disable=SC2016 # to be run by the user
        command='brew install pango; export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"'
    elif command -v dnf >/dev/null; then
        command="dnf install pango harfbuzz"
    elif command -v apk >/dev/null; then
        command="apk add pango harfbuzz-subset"
    else
        command="(your system's command to install Pango, pangoft2 and harfbuzz-subset)"
    fi
    fail "PDFs need Pango and harfbuzz-subset, libraries of the system. Install them with" \
        "    $command" "and run the same command again."
}

have_tool() {
    case $1 in
        chromium) set -- chromium chromium-browser google-chrome ;;
    esac
    for name; do command -v "$name" >/dev/null && return; done
    return 1
}

package_of() {
    case $1 in
        pdftotext) echo poppler-utils ;;
        # With faces as wide as those that Word has.
        soffice) echo libreoffice-writer-nogui fonts-crosextra-carlito fonts-crosextra-caladea ;;
        *) echo "$1" ;;
    esac
}

missing_tools() {
    for tool in chromium pdftotext qpdf soffice; do
        have_tool $tool || echo $tool
    done
}

# Nobody is asked for a password: the checks run without these tools too.
may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

find_tools() {
    if [ -n "$(missing_tools)" ] && may_install; then
        apt_update
        for tool in $(missing_tools); do
            # shellcheck disable=SC2046 # a list of names
            apt_install $(package_of "$tool") || true
        done
    fi
    lacking=$(missing_tools)
    uv sync --locked --compile-bytecode --quiet --group browser || lacking="$lacking playwright"
    for tool in $lacking; do say "Missing: $tool. The checks that need it are skipped."; done
    [ -z "$lacking" ] || [ -z "${CI-}" ] || fail "In CI nothing may be skipped."
}

UV_PYTHON=$(find_python)
export UV_PYTHON
find_uv
if [ "${1-}" = checks ]; then
    find_tools
    exit
fi
# Compiled once here, for elsewhere every start may pay for it again: three seconds of it.
uv sync --locked --compile-bytecode
find_libraries
touch .venv/.set-up
