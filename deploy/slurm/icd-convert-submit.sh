#!/bin/bash
# Converts a file on a Slurm cluster: an array of `icd convert --shard`, then a job that merges them. Run it again at any time: it submits what is missing and not queued, no more.
# docs/scale-out.md says how to install, what to ask for, and what to do when a shard fails.
set -euo pipefail

usage() {
  cat >&2 <<'END'
Usage: icd-convert-submit.sh [--shards N] [--dry-run] INPUT OUTPUT [OPTION OF icd convert]...
  icd-convert-submit.sh --shards 16 npr.csv npr-icd11.csv --column dx1 --column dx2 --edition-column year

--shards N   How many parts; default 8
--dry-run    Say what is done and what would be submitted

The program is $ICD, else icd on the PATH; its data are in $ICD_DATA. Time, memory, account and partition are asked for by
Slurm's own variables, such as SBATCH_ACCOUNT, SBATCH_PARTITION, SBATCH_TIMELIMIT, SBATCH_MEM_PER_NODE.
END
  exit 2
}

fail() { echo "icd-convert-submit: $1" >&2; exit "${2:-3}"; }

shards=8 dry=
while [[ ${1-} == --* ]]; do
  case $1 in
    --shards) shards=${2-}; shift 2 || usage ;;
    --dry-run) dry=yes; shift ;;
    *) usage ;;
  esac
done
[[ $# -ge 2 && $shards =~ ^[1-9][0-9]*$ ]] || usage
input=$(realpath -- "$1") output=$(realpath -m -- "$2")
shift 2
for option; do
  case ${option%%=*} in
    -o | --output | --rejects | --manifest | --review | --report | --resume | --force | --shard | --threads) fail "$option is set by this script. Leave it out." 2 ;;
  esac
done
icd=$(command -v -- "${ICD:-icd}") || fail "There is no program ${ICD:-icd}. Put it on the PATH, or its path into the variable ICD."
[[ -r $input ]] || fail "$input: there is no such file, or it may not be read."
[[ $output != "$input" ]] || fail "$output is the input, which is never overwritten." 2

here=$(dirname -- "$(realpath -- "$0")") work=$output.shards suffix=-of-$shards.csv
[[ $output == *.gz ]] && suffix+=.gz
name=icd-$(basename -- "$output" | tr -c 'A-Za-z0-9.\n-' _)-$(printf %s "$output" | cksum | cut -d ' ' -f 1)

if [[ -e $output && -e $output.manifest.json ]]; then
  echo "$output is there, merged and verified.${work:+ $(if [[ -e $work ]]; then echo "Nothing needs $work any longer; remove it when you like."; fi)}"
  exit 0
fi

# What the shards are made of must be the same for all, also for those that are submitted another day.
asked=$(printf '%q\n' "$shards" "$input" "$(stat -c '%s bytes, changed %y' -- "$input")" "$@")
if [[ -e $work/asked ]]; then
  [[ $(<"$work/asked") == "$asked" ]] || fail "$work has shards of another run: options, number of shards or input are not the same (see $work/asked). Ask for the same as then, or remove $work to begin anew."
else
  for file in "$output"{,.rejects.csv,.manifest.json,.review.csv,.report.html}; do
    [[ ! -e $file ]] || fail "$file is there already. Give the output another name, or move that file away."
  done
  # The first rows, here: a wrong column is told now, not by every shard. Exit code 1 is about --max-rejects, which no sample can say.
  status=0
  problem=$({ gzip -cdf -- "$input" 2>/dev/null || true; } | head -c 1000000 | "$icd" convert - "$@" 2>&1 >/dev/null) || status=$?
  [[ $status -le 1 ]] || fail "icd convert refuses the first rows; nothing was submitted."$'\n'"$problem" "$status"
fi

# Per shard: finished, queued (or running), or missing.
declare -A queued=()
while read -r task; do queued[${task#*_}]=$task; done < <(squeue --me --noheader --array --name="$name" --format=%F_%K)
missing=() waiting=() parts=()
for ((i = 1; i <= shards; i++)); do
  part=$work/$i$suffix
  parts+=("$part")
  if [[ -n ${queued[$i]-} ]]; then waiting+=("${queued[$i]}")
  elif [[ ! -e $part || ! -e $part.manifest.json || -e $part.checkpoint.json ]]; then missing+=("$i"); fi
done
echo "$((shards - ${#missing[@]} - ${#waiting[@]})) of $shards shards are done, ${#waiting[@]} queued or running, ${#missing[@]} missing${missing[*]:+: ${missing[*]}}."
[[ -z $dry ]] || exit 0

merge=$(squeue --me --noheader --name="$name-merge" --format=%A)
if [[ ${#missing[@]} -eq 0 && -n $merge ]]; then
  echo "Nothing to submit; job $merge merges them."
  exit 0
fi
mkdir -p -- "$work"
printf '%s\n' "$asked" >"$work/asked"
if [[ ${#missing[@]} -gt 0 ]]; then
  array=$(sbatch --parsable --job-name="$name" --array="$(IFS=,; echo "${missing[*]}")" --output="$work/%a.log" "$here/icd-convert.sbatch" "$icd" "$work" "$shards" "$suffix" "$input" "$@")
  array=${array%%;*}
  waiting+=("$array")
  echo "Submitted ${#missing[@]} of them as job $array; logs in $work."
  # A merge that waits for other jobs than these would never run, or too early.
  [[ -z $merge ]] || scancel $merge
fi
merge=$(sbatch --parsable --job-name="$name-merge" --kill-on-invalid-dep=yes ${waiting[0]:+--dependency="afterok:$(IFS=:; echo "${waiting[*]}")"} --output="$work/merge.log" \
  "$here/icd-convert-merge.sbatch" "$icd" convert merge "${parts[@]}" --output "$output" --review "$output.review.csv" --report "$output.report.html")
echo "Job ${merge%%;*} merges them into $output."
