package openlines.nlp

/** Disturbs words as fingers do: swaps, drops, doubles or changes a letter; seeded. */
class Misspell {

    static String words(String text, double share, long seed) {
        def random = new Random(seed + text.hashCode())
        text.split(" ").collect { it.length() > 3 && random.nextDouble() < share ? word(it, random) : it }.join(" ")
    }

    private static String word(String word, Random random) {
        int at = random.nextInt(word.length() - 1)
        switch (random.nextInt(4)) {
            case 0: return word[0..<at] + word[at + 1] + word[at] + word.substring(at + 2)
            case 1: return word[0..<at] + word.substring(at + 1)
            case 2: return word[0..at] + word.substring(at)
            default:
                char other = word.charAt(at) < 128 ? (char) ((int) ('a' as char) + random.nextInt(26)) : (char) (0x430 + random.nextInt(32))
                return word[0..<at] + other + word.substring(at + 1)
        }
    }
}
