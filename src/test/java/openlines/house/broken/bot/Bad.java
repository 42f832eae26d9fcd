package openlines.house.broken.bot;

import java.io.File;
import openlines.house.broken.simulator.Portal;

/** Breaks the import law, the one clock and the bot's purity. */
public class Bad {
    long now = System.currentTimeMillis();
    Portal portal = new Portal();
    File file = new File(".");
}
