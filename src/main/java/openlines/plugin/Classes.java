package openlines.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openlines.bot.Bot;
import openlines.bot.Origin;
import openlines.bot.Problem;

/** Where a bot's class comes from, and how the bot is made. */
interface Classes {
    /** The class, or a problem that says why there is none. */
    Optional<Class<?>> find(String name, Origin at, List<Problem> problems);

    /** The bot itself. Its constructor may take {@code Settings}, {@code WorkingHours} and {@code Profile}. */
    default Optional<Bot> bot(String name, Origin at, Given given, List<Problem> problems) {
        return find(name, at, problems).flatMap(type -> {
            if (!Bot.class.isAssignableFrom(type)) {
                problems.add(new Problem(at, name + " is no bot; it must implement openlines.bot.Bot"));
                return Optional.empty();
            }
            return make(type, at, given, problems);
        });
    }

    private static Optional<Bot> make(Class<?> type, Origin at, Given given, List<Problem> problems) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1
                || !Arrays.stream(constructors[0].getParameterTypes())
                        .allMatch(wanted -> given.find(wanted).isPresent())) {
            problems.add(new Problem(
                    at,
                    type.getName() + " must have one constructor, which takes nothing, or some of Settings,"
                            + " WorkingHours and Profile"));
            return Optional.empty();
        }
        Object[] arguments = Arrays.stream(constructors[0].getParameterTypes())
                .map(wanted -> given.find(wanted).orElseThrow())
                .toArray();
        try {
            constructors[0].setAccessible(true);
            return Optional.of((Bot) constructors[0].newInstance(arguments));
        } catch (InvocationTargetException e) {
            problems.add(new Problem(at, type.getName() + " could not be made: " + words(e)));
        } catch (InstantiationException | IllegalAccessException e) {
            problems.add(new Problem(at, type.getName() + " could not be made: " + e));
        }
        return Optional.empty();
    }

    private static String words(InvocationTargetException e) {
        return e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
                ? cause.getMessage()
                : String.valueOf(e.getCause());
    }

    /** The classes of a loader. */
    static Classes of(ClassLoader loader) {
        return (name, at, problems) -> {
            try {
                return Optional.of(Class.forName(name, true, loader));
            } catch (ClassNotFoundException e) {
                problems.add(new Problem(
                        at, "there is no class " + name + "; write its file beside bot.yml, or correct the name"));
            } catch (LinkageError e) {
                problems.add(new Problem(at, "the class " + name + " can't be loaded: " + e));
            }
            return Optional.empty();
        };
    }
}
