#!/usr/bin/env bash
# Packs every library into a folder, checks what is in the packages, and builds and runs a program that knows them from that folder only.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=0.1.0-consumer.$(date +%s)
libraries="Icd.Core Icd.Search Icd.Mapping Icd.Mapping.Sqlite Icd.Import Icd.Embedded Icd.Toolkit"
for library in $libraries; do dotnet pack "src/$library" -c Release -o "$work/feed" -p:Version="$version" -v quiet; done
for library in $libraries; do
  package="$work/feed/$library.$version.nupkg"
  files=$(python3 -m zipfile -l "$package" 2> /dev/null || unzip -l "$package")
  for file in "lib/net10.0/$library.dll" "lib/net10.0/$library.xml" README.md NOTICE LICENSE; do
    grep -q "$file" <<< "$files" || { echo "$library lacks $file" >&2; exit 1; }
  done
  [ -s "$work/feed/$library.$version.snupkg" ] || { echo "$library has no symbols" >&2; exit 1; }
done
mkdir "$work/consumer"
cp tests/Packed/*.csproj tests/Packed/*.props tests/Packed/*.cs "$work/consumer"
# Beside the folder the sources of the machine, for the packages of others; ours are in the folder only.
cat > "$work/consumer/nuget.config" << CONFIG
<configuration><packageSources><add key="packed" value="$work/feed" /></packageSources><config><add key="globalPackagesFolder" value="$work/packages" /></config></configuration>
CONFIG
dotnet run --project "$work/consumer" -c Release -p:IcdVersion="$version"
