package openlines.nlp.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Puts right what was typed in the wrong layout ({@code ghbdtn}) or transliterated ({@code privet}). */
public final class Rewriting {
    private static final String LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю";
    private static final Map<Character, Character> TO_CYRILLIC = keys(LATIN_KEYS, CYRILLIC_KEYS);
    private static final Map<Character, Character> TO_LATIN = keys(CYRILLIC_KEYS, LATIN_KEYS);
    private static final int LONGEST = 4;
    private static final int MOST = 400;
    private static final Map<String, String> SOUNDS = sounds();

    private Rewriting() {}

    /** The same keys in the other layout, Latin for Cyrillic and the other way round. */
    public static Rewritten layout(String text) {
        String shown = head(text);
        boolean cyrillic = shown.codePoints().anyMatch(c -> c >= 'А' && c <= 'ё');
        Map<Character, Character> keys = cyrillic ? TO_LATIN : TO_CYRILLIC;
        StringBuilder out = new StringBuilder(shown.length());
        int[] origins = new int[shown.length() + 1];
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            out.append(keys.getOrDefault(Character.toLowerCase(c), c));
            origins[i] = i;
        }
        origins[shown.length()] = shown.length();
        return new Rewritten(out.toString(), origins);
    }

    /** Russian written in Latin letters, in Cyrillic ones. */
    public static Rewritten cyrillic(String text) {
        String shown = small(head(text));
        StringBuilder out = new StringBuilder(shown.length());
        int[] origins = new int[shown.length() * 2 + 2];
        int i = 0;
        while (i < shown.length()) {
            int taken = 1;
            String letters = shown.substring(i, i + 1);
            for (int size = Math.min(LONGEST, shown.length() - i); size > 0; size--) {
                String sound = SOUNDS.get(shown.substring(i, i + size));
                if (sound != null) {
                    letters = sound;
                    taken = size;
                    break;
                }
            }
            if (letters.equals("ы") && (out.isEmpty() || vowel(out.charAt(out.length() - 1)))) {
                letters = "й";
            }
            for (int k = 0; k < letters.length(); k++) {
                origins[out.length()] = i;
                out.append(letters.charAt(k));
            }
            i += taken;
        }
        origins[out.length()] = shown.length();
        return new Rewritten(out.toString(), Arrays.copyOf(origins, out.length() + 1));
    }

    /** Whoever types blindly looks up before so many characters. */
    private static String head(String text) {
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    /** Character by character: a whole "İ" would become two, and all origins after it wrong. */
    private static String small(String text) {
        StringBuilder small = new StringBuilder(text);
        for (int i = 0; i < small.length(); i++) {
            small.setCharAt(i, Character.toLowerCase(small.charAt(i)));
        }
        return small.toString();
    }

    private static boolean vowel(char c) {
        return "аеёиоуыэюя".indexOf(c) >= 0;
    }

    private static Map<Character, Character> keys(String from, String to) {
        Map<Character, Character> keys = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            keys.put(from.charAt(i), to.charAt(i));
        }
        return Map.copyOf(keys);
    }

    private static Map<String, String> sounds() {
        Map<String, String> sounds = new HashMap<>();
        String table = "shch щ sch щ zh ж kh х ts ц tz ц ch ч sh ш yu ю ju ю ya я ja я yo е jo е ye е je е"
                + " iy ий ij ий yy ый yj ый a а b б v в g г d д e е z з i и j й k к l л m м n н o о p п r р s с t т u у f ф"
                + " h х c ц y ы w в x кс q к ' ь";
        String[] parts = table.split(" ", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            sounds.put(parts[i], parts[i + 1]);
        }
        return Map.copyOf(sounds);
    }
}
