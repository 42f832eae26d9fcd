package openlines.cli;

import java.nio.file.Path;

/** Where the project lies: the launcher says it; without a launcher it is the working folder. */
final class Home {
    private Home() {}

    static Path folder() {
        String home = System.getenv("OPENLINES_HOME");
        return Path.of(home == null ? "" : home).toAbsolutePath();
    }

    static Path bots() {
        return folder().resolve("bots");
    }
}
