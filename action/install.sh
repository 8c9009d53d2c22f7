#!/usr/bin/env bash
# The first step of action.yml: numfacts in an environment of its own, $RUNNER_TEMP/numfacts.
#
# NUMFACTS_VERSION names a release; without it the files around this script are installed.
set -euo pipefail

fail() {
  echo "::error title=numfacts::$1"
  exit 2
}

python=""
for name in python3 python; do
  if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
[ -n "$python" ] || fail "Python 3.11 or later is needed: put actions/setup-python before this step"

case ${NUMFACTS_VERSION:-} in
  "") wanted="$GITHUB_ACTION_PATH[html]" ;;
  *[!0-9A-Za-z.!+-]*) fail "the version is none: it has a sign that no version has" ;;
  *) wanted="numfacts[html]==$NUMFACTS_VERSION" ;;
esac

"$python" -m venv --clear "$RUNNER_TEMP/numfacts"
bin=$RUNNER_TEMP/numfacts/bin
[ -d "$bin" ] || bin=$RUNNER_TEMP/numfacts/Scripts  # Windows
"$bin/python" -m pip install --quiet --disable-pip-version-check "$wanted"
