package openlines.nlp.entity;

import java.util.Locale;

/** What a template leaves open: {@code {day}}, {@code {month#}}, {@code {hour-of}}. */
enum Slot {
    DAY,
    DAY_DIGITS,
    DAY2,
    NTH,
    MONTH,
    MONTH_DIGITS,
    YEAR,
    YEAR2,
    WEEKDAY,
    HOUR,
    HOUR1,
    HOUR2,
    HALF_HOUR,
    HOUR_OF,
    MINUTE,
    MINUTES,
    HALF,
    COUNT,
    ARTICLE,
    UNIT,
    LENGTH;

    static Slot named(String name) {
        return valueOf(name.replace("#", "_DIGITS").replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
