package openlines.nlp.entity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import openlines.bot.Entity;
import openlines.nlp.file.ModelReader;
import openlines.nlp.file.ModelWriter;
import openlines.nlp.phrase.PhraseBook;
import opennlp.tools.namefind.TokenNameFinder;

/** Finds all entities of a message: the bot's own first, then what everybody writes the same way, then grammar. */
public final class EntityFinder {
    private final OwnPatterns patterns;
    private final OwnLists lists;
    private final Learned learned;
    private final List<ForeignNames> foreign;
    private final Forms forms = new Forms();

    private EntityFinder(OwnPatterns patterns, OwnLists lists, Learned learned, List<ForeignNames> foreign) {
        this.patterns = patterns;
        this.lists = lists;
        this.learned = learned;
        this.foreign = List.copyOf(foreign);
        Answers.prepare();
    }

    public static EntityFinder of(PhraseBook book) {
        return new EntityFinder(new OwnPatterns(book.patterns()), OwnLists.of(book), Learned.of(book), List.of());
    }

    /** The same, with one more finder of names. */
    public EntityFinder with(TokenNameFinder names) {
        List<ForeignNames> all = new ArrayList<>(foreign);
        all.add(new ForeignNames(names));
        return new EntityFinder(patterns, lists, learned, all);
    }

    /**
     * What is in the text, in its order.
     *
     * @param intent what the text means, empty where that is not known; names are found a little better with it
     */
    public List<Entity> find(String text, String language, String intent, ZoneId zone, Instant now) {
        Words words = new Words(text);
        List<Entity> found = new ArrayList<>();
        Claims claims = new Claims(words, found);
        patterns.find(text, claims);
        forms.find(text, language, zone, claims);
        lists.find(words, language, claims);
        learned.find(words, intent, claims);
        foreign.forEach(names -> names.find(words, claims));
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        boolean monthFirst = zone.getId().startsWith("America/") || zone.getId().startsWith("US/");
        Grammar.of(language).find(words, claims.taken(), local, monthFirst).forEach(claims::words);
        Answers.known().find(words, claims);
        found.sort(Comparator.comparingInt(Entity::start).thenComparing(Entity::type));
        return found;
    }

    /** Writes the bot's own patterns and lists; what every bot can find is in the code. */
    public void write(ModelWriter out) {
        patterns.write(out);
        lists.write(out);
        learned.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static EntityFinder read(ModelReader in) {
        return new EntityFinder(OwnPatterns.read(in), OwnLists.read(in), Learned.read(in), List.of());
    }
}
