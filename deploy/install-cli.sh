#!/bin/sh
# Installs icd with its manual page and shell completions: deploy/install-cli.sh [PREFIX], for instance ~/.local
# PREFIX is /usr/local unless given; packagers set DESTDIR. Needs the .NET 10 SDK to build, the runtime to run.
set -eu
prefix=${1:-/usr/local}
case $prefix in
    -*) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;;
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
to=${DESTDIR:-}$prefix
# Before the build, so that nobody waits for it in vain.
mkdir -p "$to/lib/icd" "$to/bin" "$to/share/man/man1" "$to/share/bash-completion/completions" "$to/share/zsh/site-functions" "$to/share/fish/vendor_completions.d" ||
    { echo "install-cli.sh: name a folder that you may write to, such as ~/.local" >&2; exit 1; }
cd "$(dirname "$0")/.."

dotnet publish src/Icd.Cli -c Release -o "$to/lib/icd"
icd=$to/lib/icd/icd
ln -sf ../lib/icd/icd "$to/bin/icd"
"$icd" man > "$to/share/man/man1/icd.1"
"$icd" completion bash > "$to/share/bash-completion/completions/icd"
"$icd" completion zsh > "$to/share/zsh/site-functions/_icd"
"$icd" completion fish > "$to/share/fish/vendor_completions.d/icd.fish"
echo "icd $("$icd" --version) is in $prefix/bin; 'icd doctor' says which data it needs."
case :$PATH: in
    *:"$prefix/bin":*) ;;
    *) echo "$prefix/bin is not on your PATH yet." ;;
esac
