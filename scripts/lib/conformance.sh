# Builds scripts/conformance where a source is newer than its last build, and runs a class of it.
# Sourced after toolchain.sh; expects $root, $java_home, $java_major and $maven.

conformance=$root/scripts/conformance/target

conformance_is_stale() {
  [ -f "$conformance/built" ] && [ -f "$conformance/conformance.jar" ] && [ -f "$conformance/class-path" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root/components" "$root/stacks" "$root/environments/simulated" \
    "$root/policies" "$root/cost-reports" "$root/scripts" \
    -name target -prune -o -newer "$conformance/built" \( -path '*/src/main/*' -o -name pom.xml \) -type f -print 2>/dev/null |
    head -n 1)" ]
}

conformance_build() {
  echo "$(basename "$0"): building (a minute or two on first use) …" >&2
  mkdir -p "$conformance"
  : >"$conformance/build-started"
  if ! (cd "$root" && "$maven" -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true \
    -pl scripts/conformance -am package) >"$conformance/build.log" 2>&1; then
    cat "$conformance/build.log" >&2
    echo "$(basename "$0"): the build failed; what it printed stands above and in $conformance/build.log" >&2
    exit 1
  fi
  mv "$conformance/build-started" "$conformance/built"
}

# Runs class $1 with the other arguments; the process takes the shell's place.
conformance_run() {
  if conformance_is_stale; then conformance_build; fi
  main=$1
  shift
  set -- -XX:+UseSerialGC -Xshare:auto -Dmlestate.home="$root" \
    -cp "$conformance/conformance.jar:$(cat "$conformance/class-path")" "$main" "$@"
  if [ "$java_major" -ge 24 ]; then
    # Netty reads memory in a way that these versions warn of.
    set -- --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED "$@"
  fi
  exec "$java_home/bin/java" "$@"
}
