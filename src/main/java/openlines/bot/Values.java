package openlines.bot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The types a record of a button or a form may be made of, as text and back. */
final class Values {
    private static final Map<Class<?>, Function<String, Object>> READERS = readers();

    private Values() {}

    static boolean knows(Class<?> type) {
        return type.isEnum() || READERS.containsKey(type);
    }

    static String write(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    static Object read(Class<?> type, String text) {
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("no " + type.getSimpleName() + " is called " + text);
        }
        var reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("a record of a bot can't hold a " + type.getName());
        }
        return reader.apply(text);
    }

    private static Map<Class<?>, Function<String, Object>> readers() {
        var readers = new LinkedHashMap<Class<?>, Function<String, Object>>();
        readers.put(String.class, text -> text);
        readers.put(int.class, Integer::valueOf);
        readers.put(Integer.class, Integer::valueOf);
        readers.put(long.class, Long::valueOf);
        readers.put(Long.class, Long::valueOf);
        readers.put(boolean.class, Boolean::valueOf);
        readers.put(Boolean.class, Boolean::valueOf);
        readers.put(BigDecimal.class, BigDecimal::new);
        readers.put(LocalDate.class, LocalDate::parse);
        readers.put(LocalTime.class, LocalTime::parse);
        readers.put(Duration.class, Duration::parse);
        return Map.copyOf(readers);
    }
}
