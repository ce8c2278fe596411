# SPDX-License-Identifier: Apache-2.0
# What the scripts share: what the project needs of a machine and how it is installed, and how each part is built.
# Sourced by bash; sets `root` and goes there.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 2; }
header() { [[ -e /usr/include/$1 || -e /usr/local/include/$1 ]]; }

# An emsdk may be there without having been put on the PATH.
if [[ -n ${EMSDK:-} && -d $EMSDK/upstream/emscripten ]] && ! have em++; then
  PATH=$EMSDK/upstream/emscripten:$PATH
fi

# Told by the file or command itself, never by asking apt: that takes seconds, and things may come from elsewhere.

packages_to_build() {
  have cmake || echo cmake
  have ninja || echo ninja-build
  have g++ || echo g++
  have git || echo git
  header nlohmann/json.hpp || echo nlohmann-json3-dev
  header CLI/CLI.hpp || echo libcli11-dev
  header fmt/core.h || echo libfmt-dev
  header zlib.h || echo zlib1g-dev
  header archive.h || echo libarchive-dev
  header catch2/catch_test_macros.hpp || echo catch2
  have em++ || echo emscripten
  have node || echo nodejs
  have npm || echo npm
  [[ -e /etc/ssl/certs/ca-certificates.crt ]] || echo ca-certificates   # npm's registry is https
}

packages_to_test() {
  packages_to_build
  have clang++ || echo clang
  have clang++ && [[ -e $(clang++ -print-file-name=libclang_rt.fuzzer-$(uname -m).a) ]] || echo libclang-rt-dev
  if [[ -z $(browser) ]]; then
    if wants_npm_chromium; then printf '%s\n' libnss3 fontconfig fonts-dejavu-core; else echo chromium; fi
  fi
  # Ubuntu has Firefox only as a snap, which the tests cannot drive; without one its tests are skipped.
  have firefox || have firefox-esr || ! grep -qs '^ID=debian' /etc/os-release || echo firefox-esr
}

npm_chromium=$root/build/chromium/chromium

# The browser of the tests: any of these will do.
browser() {
  local name
  for name in "${CHROMIUM:-}" chromium google-chrome-stable google-chrome chrome "$npm_chromium"; do
    if [[ -n $name ]] && have "$name"; then command -v "$name"; return; fi
  done
}

# Ubuntu's chromium is a snap, which does not start everywhere. npm has a build for servers, for this processor alone.
wants_npm_chromium() { grep -qs '^ID=ubuntu' /etc/os-release && [[ $(uname -m) == x86_64 ]]; }

install_browser() {
  if [[ -n $(browser) ]] || ! wants_npm_chromium; then return; fi
  local folder=${npm_chromium%/*}
  say "Installing Chromium into $folder"
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-audit --no-fund @sparticuz/chromium@138.0.2 >&2
  # It unpacks itself into the folder for temporary files.
  (cd "$folder" && TMPDIR=$folder node --input-type=module \
    -e "import chromium from '@sparticuz/chromium'; await chromium.executablePath()")
}

backports=/etc/apt/sources.list.d/deltoid-backports.list
backports_line='deb http://deb.debian.org/debian bookworm-backports main'

# Debian 12 has Catch2 v2; v3 is in its backports, which apt takes from only when told to.
needs_backports() {
  [[ " $* " == *" catch2 "* ]] && grep -qs '^VERSION_CODENAME=bookworm' /etc/os-release
}

backports_enabled() { grep -qrs '^[^#]*bookworm-backports' /etc/apt/sources.list /etc/apt/sources.list.d; }

# install_missing build|test
install_missing() {
  local -a packages
  mapfile -t packages < <("packages_to_$1" | sort -u)
  if ((${#packages[@]} == 0)); then check_versions; return; fi
  have apt-get || stop "Please install: ${packages[*]} (there is no apt-get here to do it)"

  local sources=
  if needs_backports "${packages[*]}"; then
    packages=("${packages[@]/%catch2/catch2\/bookworm-backports}")
    backports_enabled || sources="echo '$backports_line' > $backports && "
  fi
  local command="${sources}apt-get update && apt-get install -y --no-install-recommends ${packages[*]}"
  if ((EUID != 0)); then
    say "Something is missing, and installing it needs root. Please run:"
    stop "sudo sh -c \"$command\""
  fi
  say "Installing ${packages[*]}"
  DEBIAN_FRONTEND=noninteractive sh -c "$command" >&2
  hash -r
  check_versions
}

check_versions() {
  local node
  node=$(node --version)
  node=${node#v}
  ((${node%%.*} >= 18)) || stop "Node 18 or later is needed; here is $node"
}

jobs=$(nproc)

# build PRESET [TARGET...]: configures and builds; the log is shown only when it fails.
build() {
  local preset=$1
  shift
  local log=build/$preset.log
  mkdir -p build
  say "Building $preset"
  if ! { cmake --preset "$preset" && cmake --build --preset "$preset" --parallel "$jobs" ${1:+--target "$@"}; } >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    say "The build of $preset failed; the whole log is $log"
    return 1
  fi
}

# npm's packages as the lock file has them; done again only when the lock file has changed.
install_web() {
  local stamp=web/node_modules/.deltoid-lock
  if [[ -f $stamp ]] && cmp -s web/package-lock.json "$stamp"; then return; fi
  say "Installing web/node_modules"
  # Playwright and puppeteer would fetch browsers of their own; the tests use the system's.
  (cd web && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-audit --no-fund) >&2 &&
    cp web/package-lock.json "$stamp"
}

# The page and the package, from the engine of the wasm build. (No -e here when a caller asks how it went.)
build_web() {
  install_web || return
  say "Building the page"
  mkdir -p build
  if ! (cd web && npm run build) >build/web.log 2>&1; then
    tail -n 60 build/web.log >&2
    say "The build of the page failed; the whole log is build/web.log"
    return 1
  fi
}
