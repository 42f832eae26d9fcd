package openlines.nlp.entity;

import java.util.Locale;

/** What a template says: the name of its list in a lexicon. */
enum Meaning {
    DATE,
    SLASHED,
    WEEKDAY,
    THIS_WEEKDAY,
    NEXT_WEEKDAY,
    LAST_WEEKDAY,
    AHEAD,
    AGO,
    // before the times: "3 дня" is three days, "в 3 дня" an hour
    DURATION,
    TIME,
    HOURS_RANGE,
    HOURS_DOWN,
    HOUR,
    HALF_PAST,
    HALF_TO,
    BEFORE_HALF,
    AFTER_HALF,
    ONE_QUARTER,
    THREE_QUARTERS,
    PAST,
    PAST_TO,
    TO,
    DAYS_RANGE,
    WHOLE_MONTH,
    MONTH_END,
    WHOLE_YEAR;

    String list() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
