#!/bin/sh
# Installs icd with its manual page and shell completions: deploy/install-cli.sh [PREFIX]
# PREFIX is /usr/local unless given; packagers set DESTDIR. Needs the .NET 10 SDK to build, the runtime to run.
set -eu
prefix=${1:-/usr/local}
to=${DESTDIR:-}$prefix
cd "$(dirname "$0")/.."

dotnet publish src/Icd.Cli -c Release -o "$to/lib/icd"
icd=$to/lib/icd/icd
mkdir -p "$to/bin" "$to/share/man/man1" "$to/share/bash-completion/completions" "$to/share/zsh/site-functions" "$to/share/fish/vendor_completions.d"
ln -sf ../lib/icd/icd "$to/bin/icd"
"$icd" man > "$to/share/man/man1/icd.1"
"$icd" completion bash > "$to/share/bash-completion/completions/icd"
"$icd" completion zsh > "$to/share/zsh/site-functions/_icd"
"$icd" completion fish > "$to/share/fish/vendor_completions.d/icd.fish"
echo "icd $("$icd" --version) is in $prefix/bin; 'icd doctor' says which data it needs."
