package openlines.plugin.script;

import java.util.regex.Pattern;

/** Compares what was expected with what was said: {@code …} stands for anything. */
final class Wording {
    private Wording() {}

    static boolean same(String expected, String said) {
        String wanted = expected.strip();
        String got = said.strip();
        if (wanted.equals(got) || !wanted.contains("…")) {
            return wanted.equals(got);
        }
        String pattern = "\\Q" + wanted.replace("\\E", "\\E\\\\E\\Q").replace("…", "\\E.*\\Q") + "\\E";
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(got).matches();
    }
}
