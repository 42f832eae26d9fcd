# The benches. Sourced by ./openlines, which has found the JDK and Maven, and knows the flags of a run.

bench_usage() {
    cat <<'TEXT'
Usage: ./openlines bench runtime [--quick]
       ./openlines bench nlp [--quick] [--corpora FOLDER]

runtime measures the runtime end to end over HTTP: a portal's event in, kept on the disk, understood by a trained model, answered
by a bot, the call out to a stub of a portal. Beside it, in the same run and with the same JVM flags: a bare Micronaut
endpoint that does one parse and one call (the floor), and the same echo bot on Slack's Bolt for Java, which is fetched
from Maven for this alone. Prints one table of medians with the aims. Takes about seven minutes; everything else that
runs meanwhile is in the figures. Linux only, for what /proc tells.

nlp measures the classifier over clinc150: trains on its 15,000 texts, then by JMH one text's time beside OpenNLP's own
categoriser, texts a second on one and two threads, what a text allocates, and how long the model takes to load. Prints
one table with the aims. Takes about four minutes on a quiet machine.

  --quick             one short round: a first look, no figure to quote
  --corpora FOLDER    the folder that holds clinc150 (../shared/nlu)
TEXT
}

bench() {
    what=${1:-}
    case "$what" in
        runtime|nlp) shift ;;
        -h|--help) bench_usage; return 0 ;;
        *) bench_usage >&2; return 2 ;;
    esac
    quick=no
    corpora="$here/../shared/nlu"
    while [ $# -gt 0 ]; do
        case "$1" in
            --quick) quick=yes ;;
            --corpora) shift; corpora=$(readlink -f -- "${1:-}" || echo "${1:-}") ;;
            -h|--help) bench_usage; return 0 ;;
            *) say "openlines bench: unknown option $1"; bench_usage >&2; return 2 ;;
        esac
        shift
    done
    "bench_$what"
}

bench_build() {
    build
    say "openlines: building the bench …"
    { maven -q -B -Dquick -Pbench test-compile && "$@"; } >"$build/bench.log" 2>&1 </dev/null || {
        say "openlines: the bench can't be built:"
        grep -E '^\[ERROR\]' "$build/bench.log" | head -n 20 >&2
        return 1
    }
}

bench_runtime() {
    rounds=5
    [ "$quick" = no ] || rounds=1
    bench_build "$(find_maven)" -q -B -f "$here/src/bench/bolt/pom.xml" package || return 1
    warm "$server_cache" --deployed
    scratch=$(mktemp -d "$build/bench.XXXXXX")
    trap 'rm -rf "$scratch"' EXIT
    "$JAVA_HOME/bin/jar" --create --file "$scratch/floor.jar" -C "$build/test-classes" openlines/bench -C "$build/test-classes" META-INF
    # shellcheck disable=SC2086
    "$JAVA_HOME/bin/java" -Xmx1g -Dbench.rounds=$rounds -cp "$build/test-classes:$(jar):$build/lib/*" openlines.bench.runtime.RuntimeBench \
        "$here" "$scratch" $flags $memory ${OPENLINES_JAVA_OPTS:-}
}

# JMH's own libraries are no part of the product's
bench_nlp() {
    [ -d "$corpora/clinc150" ] || { say "openlines: $corpora has no clinc150: see docs/nlp.md"; return 1; }
    bench_build maven -q -B -Dquick dependency:build-classpath -Dmdep.outputFile="$build/bench.cp" -DincludeScope=test || return 1
    fewer=false
    [ "$quick" = no ] || fewer=true
    # JMH tells of each round as it goes; the table comes last
    "$JAVA_HOME/bin/java" -Xmx2g -Dbench.quick=$fewer -Dopenlines.corpora="$corpora" -Dopenlines.bench.models="$build/bench" \
        -cp "$build/test-classes:$build/classes:$(cat "$build/bench.cp")" openlines.bench.nlp.SpeedTable
}
