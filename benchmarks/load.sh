#!/usr/bin/env bash
# Load on one machine: the server and wrk, two processes, on loopback only. Bounded in time; it stops what it started and nothing else.
# usage: benchmarks/load.sh [SECONDS] [DATA-DIRECTORY]      default: 10 seconds each, $ICD_DATA or what the program carries
# SOAK=300 goes on with type-ahead for so many seconds and says how much memory there is meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
data=${2:-${ICD_DATA:-}}
port=${ICD_PORT:-5013}
address=http://127.0.0.1:$port
command -v wrk > /dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 2; }
work=$(mktemp -d)
[ -n "$data" ] && cp "$data"/*.icdrel "$data"/*.icdmap "$data"/*.icdsearch "$work" 2> /dev/null || true
export ICD_QUERIES=tests/Icd.Search.Tests/Evaluation/queries.tsv
[ -n "${NO_BUILD:-}" ] || dotnet build src/Icd.Api -c Release -v quiet
ICD_DATA=$work dotnet src/Icd.Api/bin/Release/net10.0/Icd.Api.dll --urls "$address" > "$work/log" 2>&1 &
server=$!
trap 'kill $server 2> /dev/null || true; wait $server 2> /dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do curl -sf "$address/health/ready" > /dev/null && break; sleep 1; done
memory() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' /proc/$server/status; }
ticks() { awk '{ print $14 + $15 }' /proc/$server/stat; }
run() { # NAME CONNECTIONS SCRIPT
  local before after out
  before=$(ticks)
  out=$(wrk -t1 -c"$2" -d"${seconds}s" --latency -s "$3" "$address")
  after=$(ticks)
  local rate p50 p99 requests bad
  rate=$(awk '/Requests\/sec/ { print $2 }' <<< "$out"); p50=$(awk '$1 == "50%" { print $2 }' <<< "$out"); p99=$(awk '$1 == "99%" { print $2 }' <<< "$out")
  requests=$(awk '/requests in/ { print $1 }' <<< "$out"); bad=$(awk '/Non-2xx/ { print $NF }' <<< "$out")
  echo "| $1 | $2 | $rate | $p50 | $p99 | ${bad:-0} | $(( (after - before) * 10000 / requests )) µs | $(memory) MB |"
}
echo "Load average before: $(cut -d' ' -f1-3 /proc/loadavg); $(nproc) cores; releases $(curl -s "$address/health/ready" | grep -o '"releases":[^]]*]')"
wrk -t1 -c8 -d5s -s benchmarks/load/typeahead.lua "$address" > /dev/null
wrk -t1 -c8 -d3s -s benchmarks/load/validate.lua "$address" > /dev/null
echo "| what | connections | requests/s | p50 | p99 | failed | CPU of the server a request | memory |"
echo "|---|--:|--:|--:|--:|--:|--:|--:|"
run "type-ahead" 16 benchmarks/load/typeahead.lua
run "validate" 16 benchmarks/load/validate.lua
# Swaps under load: files change, the server is asked to reload, and no request may fail.
( for i in $(seq 1 "$(( seconds / 2 ))"); do
    for file in "$work"/mms-2022-02.icdrel "$work"/icf-*.icdrel; do [ -f "$file" ] && mv "$file" "$file.away" && break; done || true
    curl -s -X POST "$address/api/v1/admin/reload" >> "$work/reloads"; echo >> "$work/reloads"
    for file in "$work"/*.away; do [ -f "$file" ] && mv "$file" "${file%.away}"; done
    curl -s -X POST "$address/api/v1/admin/reload" >> "$work/reloads"; echo >> "$work/reloads"
  done ) &
swapping=$!
run "type-ahead under swaps" 16 benchmarks/load/typeahead.lua
wait $swapping
echo
echo "Swaps: $(grep -c '"swapped":true' "$work/reloads" || true) of $(grep -c . "$work/reloads") reloads. Errors logged: $(grep -c '"LogLevel":"Error"' "$work/log" || true)."
if [ -n "${SOAK:-}" ]; then
  wrk -t1 -c16 -d"${SOAK}s" --latency -s benchmarks/load/typeahead.lua "$address" > "$work/soak" &
  soaking=$!
  memories=
  for _ in $(seq 10); do sleep $(( SOAK / 10 )); memories="$memories $(memory)"; done
  wait $soaking
  echo "Soak of $SOAK s: $(awk '/requests in/ { print $1 " requests" }' "$work/soak"), p99 $(awk '$1 == "99%" { print $2 }' "$work/soak"), failed $(awk '/Non-2xx/ { n = $NF } END { print n + 0 }' "$work/soak"); memory in MB:$memories"
fi
