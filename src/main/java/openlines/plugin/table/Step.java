package openlines.plugin.table;

import openlines.bot.Handler;
import openlines.bot.Reply;

/** A compiled reply of a bot in YAML. */
@FunctionalInterface
interface Step {
    Reply take(Moment moment);

    default Step then(Step next) {
        return moment -> take(moment).then(next.take(moment));
    }

    default Handler handler() {
        return turn -> take(Moment.of(turn));
    }
}
