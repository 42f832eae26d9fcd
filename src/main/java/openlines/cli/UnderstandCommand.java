package openlines.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import openlines.bot.Entity;
import openlines.bot.Guess;
import openlines.bot.Understanding;
import openlines.nlp.Hint;
import openlines.nlp.Nlp;
import openlines.nlp.file.ModelFileException;
import openlines.nlp.opennlp.ForeignModels;
import openlines.nlp.phrase.PhraseFileException;
import openlines.nlp.text.MessageTokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openlines understand "text"}: what a message means, and why. */
@Command(
        name = "understand",
        mixinStandardHelpOptions = true,
        description = "Says what a message means, and which of its words spoke for that.")
public final class UnderstandCommand implements Callable<Integer> {
    private static final int REASONS = 8;

    @Parameters(arity = "1", paramLabel = "TEXT", description = "The message.")
    private String text = "";

    @Option(names = "--model", paramLabel = "FILE", description = "A model that 'openlines train' wrote.")
    private @Nullable Path model;

    @Option(
            names = "--intents",
            paramLabel = "FOLDER",
            description = "Phrases to train from instead; else the shipped ones.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--categorizer", paramLabel = "FILE", description = "OpenNLP's own model decides on the intent.")
    private @Nullable Path categorizer;

    @Option(names = "--names", paramLabel = "FILE", description = "OpenNLP's own model finds names too.")
    private @Nullable Path names;

    @Option(names = "--sentences", description = "Each sentence for itself.")
    private boolean sentences;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Option(names = "--language", defaultValue = "", description = "The language of the dialog so far.")
    private String language = "";

    @Option(names = "--zone", defaultValue = "UTC", description = "The line's time zone (${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(names = "--expect", description = "An intent the bot has just asked for.")
    private List<String> expected = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InstantSource clock;

    public UnderstandCommand() {
        this(InstantSource.system());
    }

    UnderstandCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            Nlp nlp = nlp();
            Hint hint = new Hint(language, Set.copyOf(expected), zone, clock.instant());
            List<Understanding> all = sentences ? nlp.sentences(text, hint) : List.of(nlp.understand(text, hint));
            if (json) {
                spec.commandLine().getOut().println(mapper().writeValueAsString(sentences ? all : all.getFirst()));
                spec.commandLine().getOut().flush();
            } else {
                all.forEach(each -> print(nlp, each, hint));
            }
            return 0;
        } catch (PhraseFileException e) {
            e.complaints().forEach(spec.commandLine().getErr()::println);
            return 1;
        } catch (ModelFileException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private Nlp nlp() {
        Nlp nlp = model != null ? Nlp.load(model) : Nlp.train(Books.read(folders));
        if (categorizer != null) {
            nlp = nlp.with(ForeignModels.categorizer(categorizer), MessageTokenizer.INSTANCE);
        }
        return names == null ? nlp : nlp.with(ForeignModels.names(names));
    }

    private void print(Nlp nlp, Understanding understood, Hint hint) {
        PrintWriter out = spec.commandLine().getOut();
        if (sentences) {
            out.println("sentence  " + understood.text());
        }
        String read = nlp.readAs(understood.text(), hint);
        if (!read.equals(understood.text())) {
            out.println("read as   " + read);
        }
        out.println("intent    " + understood.intent().orElse("(not understood)"));
        out.println("language  " + understood.language());
        for (Guess guess : understood.ranking()) {
            out.printf("guess     %-24s %5.1f %%%n", guess.intent(), 100 * guess.confidence());
        }
        for (Entity entity : understood.entities()) {
            out.printf(
                    "entity    %-10s %s  '%s' at %d-%d, %.0f %%%n",
                    entity.type(),
                    entity.value(),
                    entity.text(),
                    entity.start(),
                    entity.end(),
                    100 * entity.confidence());
        }
        if (!understood.ranking().isEmpty()) {
            String best = understood.ranking().getFirst().intent();
            nlp.reasons(understood.text(), best, hint).stream()
                    .limit(REASONS)
                    .forEach(reason -> out.printf("because   %+6.2f  %s%n", reason.weight(), reason.feature()));
        }
        out.flush();
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);
    }
}
