# The whole suite. Sourced by ./openlines, which has found the JDK and Maven.

# the same text is what the built command shows
verify_usage() { cat "$here/src/main/resources/openlines/verify.txt"; }

verify() {
    all=no
    set -- "$@" --
    while [ "$1" != "--" ]; do
        case "$1" in
            --all) all=yes ;;
            --long) set -- "$@" -Dopenlines.long=true ;;
            --only) shift; set -- "$@" "-Dtest=$1" ;;
            -h|--help) verify_usage; return 0 ;;
            *) say "openlines verify: unknown option $1"; verify_usage >&2; return 2 ;;
        esac
        shift
    done
    shift

    log="$build/verify.log"
    reports="$build/surefire-reports"
    mkdir -p "$build"
    # what a deleted source left behind would be checked and run too
    rm -rf "$reports" "$build/classes" "$build/test-classes" "$build/generated-sources" "$build/generated-test-sources"
    say "openlines: verifying (all output: $log)"
    started=$(date +%s)
    status=0
    if [ -t 2 ]; then
        maven -B verify "$@" >"$log" 2>&1 </dev/null &
        pid=$!
        while kill -0 "$pid" 2>/dev/null; do
            printf '\r\033[K  %s' "$(grep -E '^\[INFO\] (---|Running)' "$log" 2>/dev/null | tail -n 1 | cut -c1-100 || true)" >&2
            sleep 1
        done
        printf '\r\033[K' >&2
        wait "$pid" || status=$?
    else
        maven -B verify "$@" </dev/null 2>&1 | tee "$log" | grep --line-buffered -E '^\[INFO\] Running|<<< (FAILURE|ERROR)|^\[ERROR\] [^ ]|^ *(methods|errors|fields) [0-9]|^measured' || true
        grep -q '^\[INFO\] BUILD SUCCESS' "$log" || status=1
    fi
    [ "$status" = 0 ] || grep -E '^\[ERROR\]' "$log" | grep -v -E 'Re-run Maven|\[Help|For more information|^\[ERROR\] *$' | head -n 60 >&2

    run=$(count tests); failed=$(( $(count failures) + $(count errors) )); skipped=$(count skipped)
    not_run
    say "openlines: $(( $(date +%s) - started )) s"
    echo "$(( run - failed - skipped )) passed, $failed failed, $skipped skipped"
    if [ "$status" != 0 ] || [ "$failed" != 0 ]; then return 1; fi
    if [ "$run" = 0 ]; then say "openlines: no spec ran"; return 1; fi
    if [ "$all" = yes ] && [ "$skipped" != 0 ]; then
        say "openlines: --all: the specs above must run too"
        return 1
    fi
}

# adds up one attribute of the <testsuite> elements
count() {
    cat "$reports"/TEST-*.xml 2>/dev/null | grep -o '<testsuite [^>]*' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}

# the specs that did not run, each with its reason
not_run() {
    [ "$skipped" != 0 ] || return 0
    say "did not run:"
    awk '
        /<testcase / { name = $0; sub(/.* classname="/, "", name); sub(/".*/, "", name); feature = $0; sub(/.*<testcase name="/, "", feature); sub(/".*/, "", feature) }
        /<skipped/ { why = $0; if (why ~ /message="/) { sub(/.*message="/, "", why); sub(/".*/, "", why) } else why = ""; sub(/^Ignored via @[A-Za-z]*: /, "", why); print "  " name ": " feature (why == "" ? "" : " (" why ")") }
    ' "$reports"/TEST-*.xml | sort -u >&2
}
