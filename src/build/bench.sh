# The bench of the runtime. Sourced by ./openlines, which has found the JDK and Maven, and knows the flags of a run.

bench_usage() {
    cat <<'TEXT'
Usage: ./openlines bench runtime [--quick]

Measures the runtime end to end over HTTP: a portal's event in, kept on the disk, understood by a trained model, answered
by a bot, the call out to a stub of a portal. Beside it, in the same run and with the same JVM flags: a bare Micronaut
endpoint that does one parse and one call (the floor), and the same echo bot on Slack's Bolt for Java, which is fetched
from Maven for this alone. Prints one table of medians with the aims. Takes about seven minutes; everything else that
runs meanwhile is in the figures. Linux only, for what /proc tells.

  --quick    one round instead of five: a first look, no figure to quote
TEXT
}

bench() {
    case "${1:-}" in
        runtime) ;;
        -h|--help) bench_usage; return 0 ;;
        *) bench_usage >&2; return 2 ;;
    esac
    rounds=5
    [ "${2:-}" != "--quick" ] || rounds=1
    build
    warm "$server_cache" --deployed
    scratch=$(mktemp -d "$build/bench.XXXXXX")
    trap 'rm -rf "$scratch"' EXIT
    say "openlines: building the bench …"
    { maven -q -B -Dquick -Pbench test-compile \
        && "$(find_maven)" -q -B -f "$here/src/bench/bolt/pom.xml" package; } >"$build/bench.log" 2>&1 </dev/null || {
        say "openlines: the bench can't be built:"
        grep -E '^\[ERROR\]' "$build/bench.log" | head -n 20 >&2
        return 1
    }
    "$JAVA_HOME/bin/jar" --create --file "$scratch/floor.jar" -C "$build/test-classes" openlines/bench -C "$build/test-classes" META-INF
    # shellcheck disable=SC2086
    "$JAVA_HOME/bin/java" -Xmx1g -Dbench.rounds=$rounds -cp "$build/test-classes:$(jar):$build/lib/*" openlines.bench.runtime.RuntimeBench \
        "$here" "$scratch" $flags $memory ${OPENLINES_JAVA_OPTS:-}
}
