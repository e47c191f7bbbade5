# shellcheck shell=bash
# What tools/run, tools/check and .ci/run share; sourced, not run. It needs `top`, the project's folder.
# Everything here speaks on stderr: stdout belongs to the program that is run.

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$@"; exit 2; }

# The packages of the sections named, from the one list of them.
packages() {
  local section want=" $* " line here=
  while read -r line; do
    case $line in
      '' | '#'*) ;;
      '['*']') section=${line#[}; here=${section%]} ;;
      *) [[ $want == *" $here "* ]] && printf '%s\n' "$line" ;;
    esac
  done <"$top/tools/packages.txt"
}

# Installs those packages of the sections named that are missing. Where there is no apt-get, CMake says what it misses.
install_packages() {
  command -v apt-get >/dev/null || return 0
  local package missing=() root=()
  for package in $(packages "$@"); do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo >/dev/null || die "these packages are missing; as root: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y -o Dpkg::Use-Pty=0)
  say "installing ${missing[*]}"
  "${apt[@]}" update >&2 || say "the package lists could not be brought up to date"
  # Boost 1.81 replaces the headers of Debian's default Boost, if those are installed: say so.
  "${apt[@]}" -s install --no-install-recommends "${missing[@]}" 2>/dev/null \
    | sed -n "s/^Remv \([^ ]*\).*/${0##*/}: this removes \1, which is in conflict/p" >&2
  "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 || die "the packages could not be installed"
}

# Whether anything that a build depends on is newer than the stamp of the last good build.
stale() {
  [[ ! -e $1 || -n $(cd "$top" && find CMakeLists.txt include src grammars tools "${@:2}" -newer "$1" -print -quit) ]]
}

# One build in a tree at a time.
lock() {
  mkdir -p "$1"
  exec 9>"$1/.lock"
  flock 9
}
unlock() { exec 9>&-; }

# Whether a tree can be built as it stands; one that came from another folder cannot.
configured() {
  [[ -e $1/build.ninja ]] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$1/CMakeCache.txt"
}

# configure TREE OPTION...: with precompiled headers, which take a third off the time of a build.
configure() {
  local tree=$1
  shift
  configured "$tree" || rm -rf "$tree/CMakeCache.txt" "$tree/CMakeFiles"
  cmake -S "$top" -B "$tree" -G Ninja -DIBID_PRECOMPILE=ON "$@" >&2
}

# build TREE OPTION...: with a compiler cache in the build folder, if there is ccache and no other cache was chosen.
build() {
  CCACHE_DIR=${CCACHE_DIR:-$top/build/ccache} CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros} \
    cmake --build "$@" >&2
}
