#!/usr/bin/env bash
# The second step of action.yml: numfacts check, with what the action was given as NUMFACTS_… variables.
#
# Exit codes are those of numfacts: 0 fine, 1 found something, 2 usage or unreadable input.
set -uo pipefail
shopt -s globstar 2>/dev/null  # "stories/**/*.md"; the bash of macOS has none

PATH="$RUNNER_TEMP/numfacts/bin:$RUNNER_TEMP/numfacts/Scripts:$PATH"

arguments=(check)
[ -z "${NUMFACTS_FAIL_ON:-}" ] || arguments+=("--fail-on=$NUMFACTS_FAIL_ON")
[ -z "${NUMFACTS_FACTS:-}" ] || arguments+=("--facts=$NUMFACTS_FACTS")
format=${NUMFACTS_FORMAT:-github}

paths=() given=${NUMFACTS_PATHS:-.}
while IFS=$' \t' read -r line; do  # without the spaces around it
  IFS=
  [ -z "$line" ] || paths+=($line)  # patterns are expanded, words are not split
done <<< "${given//$'\r'/}"
[ ${#paths[@]} -gt 0 ] || paths=(.)

if [ -n "${NUMFACTS_SARIF:-}" ]; then
  mkdir -p -- "$(dirname -- "$NUMFACTS_SARIF")" || exit 2
  arguments+=("--output=$NUMFACTS_SARIF")
fi

# Other formats than GitHub's may quote a story that looks like a command to GitHub.
if [ "$format" != github ]; then
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$token"
fi
numfacts "${arguments[@]}" "--format=$format" -- "${paths[@]}" < /dev/null
code=$?
[ "$format" = github ] || printf '\n::%s::\n' "$token"

[ $code -eq 1 ] && found=true || found=false
echo "found=$found" >> "${GITHUB_OUTPUT:-/dev/null}"
exit $code
