#!/bin/sh
# Generates a Python and a JavaScript client from openapi.yaml and runs both against a service.
#
#   src/clients/check.sh http://127.0.0.1:8080 [KEY]
#
# The key is one of an editor's. It writes an article of its own and deletes it. Needs java, python3, node and npm,
# and OPENAPI_GENERATOR, the path of openapi-generator-cli's jar (org.openapitools:openapi-generator-cli:7.14.0).
# What the clients need in turn is fetched by pip and npm as they are set up here.
set -eu

fail() {
  printf '%s\n' "check.sh: $*" >&2
  exit 1
}

[ $# -ge 1 ] || fail "give the address of a service, such as http://127.0.0.1:8080"
address=$1
key=${2-}
here=$(cd "$(dirname "$0")" && pwd -P)
for tool in java python3 node npm; do
  command -v "$tool" >/dev/null || fail "needs $tool"
done
[ -r "${OPENAPI_GENERATOR-}" ] || fail "set OPENAPI_GENERATOR to the jar of openapi-generator-cli 7.14.0"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

generate() {
  java -jar "$OPENAPI_GENERATOR" generate -g "$1" -i "$here/../main/resources/openapi.yaml" -o "$work/$1" \
    --additional-properties="$2" >"$1.log" 2>&1 || { cat "$1.log" >&2; fail "no client in $1 could be generated"; }
}

generate python packageName=onrecord_client
python=python3
if ! python3 -c 'import dateutil, pydantic, urllib3' 2>/dev/null; then
  python3 -m venv venv
  venv/bin/pip install --quiet -r python/requirements.txt
  python=venv/bin/python
fi
PYTHONPATH=python $python "$here/check.py" "$address" ${key:+"$key"}

generate javascript projectName=onrecord-client,usePromises=true
cd javascript
npm install --silent --no-audit --no-fund --ignore-scripts superagent@10 esbuild@0.25 >/dev/null
cp "$here/check.mjs" .
npx --no-install esbuild check.mjs --bundle --platform=node --format=esm --log-level=error --outfile=dist/check.mjs \
  --alias:onrecord-client=./src/index.js \
  --banner:js="import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);"
node dist/check.mjs "$address" ${key:+"$key"}
