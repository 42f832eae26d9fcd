package openlines.plugin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import openlines.nlp.Nlp;
import openlines.nlp.phrase.PhraseBook;

/** Teaches bots their phrases. Bots that know the same phrases share a model; it is learnt beside whatever goes on. */
public final class Lessons {
    /** As many models are kept; the oldest goes when phrases have changed often. */
    private static final int MODELS = 16;

    private final CompletableFuture<?> begin;
    private final Function<PhraseBook, Nlp> learning;
    private final Map<PhraseBook, CompletableFuture<Nlp>> models = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PhraseBook, CompletableFuture<Nlp>> eldest) {
            return size() > MODELS;
        }
    };

    private Lessons(CompletableFuture<?> begin, Function<PhraseBook, Nlp> learning) {
        this.begin = begin;
        this.learning = learning;
    }

    /** Lessons that begin at once. */
    public static Lessons now() {
        return after(CompletableFuture.completedFuture(true));
    }

    /** Lessons that begin at once; what was learnt before is in this folder, or comes there. */
    public static Lessons keptIn(Path folder) {
        return new Lessons(CompletableFuture.completedFuture(true), new KeptModels(folder)::of);
    }

    /** Lessons that begin when something else has ended, so as not to slow it. */
    public static Lessons after(CompletableFuture<?> begin) {
        return new Lessons(begin, Nlp::train);
    }

    /** A bot's own lesson. */
    public Taught of(Plugin plugin) {
        return of(plugin.phrases());
    }

    /** What is to be learnt from these phrases. */
    public synchronized Taught of(PhraseBook phrases) {
        return new Taught(
                models.computeIfAbsent(phrases, book -> begin.thenApplyAsync(ignored -> learning.apply(book))));
    }
}
