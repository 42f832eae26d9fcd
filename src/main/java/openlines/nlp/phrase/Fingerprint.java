package openlines.nlp.phrase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over what a book teaches; where a phrase stands does not count. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(PhraseBook book) {
        try {
            Fingerprint print = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            for (Phrase phrase : book.phrases()) {
                print.add(
                        phrase.language(),
                        phrase.intent(),
                        phrase.text(),
                        phrase.marks().toString());
            }
            book.lists()
                    .forEach(list -> print.add(
                            list.language(), list.type(), list.spellings().toString()));
            book.patterns()
                    .forEach(own ->
                            print.add(own.language(), own.type(), own.pattern().toString()));
            return HexFormat.of().formatHex(print.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String... parts) {
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }
}
