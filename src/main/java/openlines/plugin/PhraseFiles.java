package openlines.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openlines.bot.Origin;
import openlines.bot.Problem;
import openlines.nlp.phrase.PhraseBook;
import openlines.nlp.phrase.PhraseFileException;

/** Phrase folders, whose complaints become problems like all others. */
final class PhraseFiles {
    private static final Pattern COMPLAINT = Pattern.compile("(.*?):(\\d+): (.*)");

    private PhraseFiles() {}

    static PhraseBook read(Path folder, String shown, List<Problem> problems) {
        try {
            return PhraseBook.read(folder);
        } catch (PhraseFileException e) {
            e.complaints().forEach(complaint -> problems.add(problem(shown, complaint)));
            return PhraseBook.empty();
        }
    }

    private static Problem problem(String folder, String complaint) {
        Matcher parts = COMPLAINT.matcher(complaint);
        return parts.matches()
                ? new Problem(
                        new Origin(folder + '/' + parts.group(1), Integer.parseInt(parts.group(2))), parts.group(3))
                : new Problem(new Origin(folder, 0), complaint);
    }
}
