package openlines.bot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A form: its questions in order, and what is made of the answers.
 *
 * @param name what {@link OpenForm} calls it by
 * @param make turns the slots' texts into the value that the submit handler takes
 */
public record FormPlan(String name, List<Slot> slots, Function<Map<String, String>, Object> make) {
    public FormPlan {
        slots = List.copyOf(slots);
    }

    static String nameOf(Class<? extends Record> form) {
        return form.getSimpleName();
    }

    /** The plan of a record. Throws {@link IllegalArgumentException} where a component can't be asked for. */
    static <T extends Record> FormPlan of(Class<T> form) {
        var slots =
                Arrays.stream(form.getRecordComponents()).map(FormPlan::slot).toList();
        return new FormPlan(nameOf(form), slots, values -> make(form, values));
    }

    private static Slot slot(RecordComponent component) {
        Ask ask = component.getAnnotation(Ask.class);
        if (ask == null) {
            throw new IllegalArgumentException(
                    "the form's component '" + component.getName() + "' has no question: write @Ask(\"…\") before it");
        }
        boolean optional = component.getType() == Optional.class;
        String again = ask.again().isEmpty() ? ask.value() : ask.again();
        return new Slot(component.getName(), ask.value(), again, slotType(component), optional);
    }

    private static SlotType slotType(RecordComponent component) {
        if (component.isAnnotationPresent(Phone.class)) {
            return new SlotType.Found("phone");
        }
        if (component.isAnnotationPresent(Name.class)) {
            return new SlotType.Named();
        }
        if (component.isAnnotationPresent(Email.class)) {
            return new SlotType.Found("email");
        }
        Of of = component.getAnnotation(Of.class);
        if (of != null) {
            return new SlotType.Found(of.value());
        }
        Choice choice = component.getAnnotation(Choice.class);
        return choice != null ? new SlotType.OneOf(List.of(choice.value())) : byType(valueType(component), component);
    }

    private static SlotType byType(Class<?> type, RecordComponent component) {
        if (type.isEnum()) {
            return new SlotType.OneOf(Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        }
        if (type == String.class) {
            return new SlotType.Free();
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return new SlotType.Whole();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new SlotType.YesNo();
        }
        if (type == LocalDate.class) {
            return new SlotType.Found("date");
        }
        if (type == LocalTime.class) {
            return new SlotType.Found("time");
        }
        if (type == Duration.class) {
            return new SlotType.Found("duration");
        }
        if (type == BigDecimal.class) {
            return new SlotType.Found("number");
        }
        throw new IllegalArgumentException("the form's component '" + component.getName()
                + "' has a type that can't be asked for: " + type.getSimpleName()
                + "; use String, int, long, boolean, BigDecimal, LocalDate, LocalTime, Duration or an enum");
    }

    private static Class<?> valueType(RecordComponent component) {
        if (component.getType() != Optional.class) {
            return component.getType();
        }
        return component.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> type
                ? type
                : String.class;
    }

    private static <T extends Record> T make(Class<T> form, Map<String, String> values) {
        var arguments = new ArrayList<Object>();
        for (RecordComponent component : form.getRecordComponents()) {
            String text = values.getOrDefault(component.getName(), "");
            Optional<Object> value =
                    text.isEmpty() ? Optional.empty() : Optional.of(Values.read(valueType(component), text));
            arguments.add(component.getType() == Optional.class ? value : value.orElse(""));
        }
        return Reflection.make(Reflection.constructor(form), arguments.toArray());
    }

    Optional<Slot> slot(String name) {
        return slots.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    Optional<Slot> firstEmpty(Map<String, String> filled) {
        return slots.stream().filter(slot -> !filled.containsKey(slot.name())).findFirst();
    }
}
