package openlines.nlp.entity;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written the same way in every language: e-mail addresses, links, phone numbers. */
final class Forms {
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_%+-]{1,64}(?:\\.[\\p{L}\\p{N}_%+-]{1,64}){0,8}+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,8}\\p{L}{2,24}(?![\\p{L}\\p{N}@])");
    private static final Pattern URL = Pattern.compile(
            "(?<![\\p{L}\\p{N}@.])(?:(https?)://[^\\s<>\"]{2,2000}|(?:www\\.)[^\\s<>\"]{3,2000}"
                    + "|(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,5}(?:com|org|net|ru|de|eu|io|info|biz|shop|at|ch|uk|by|kz|ua|online|app|dev|рф)(?![\\p{L}\\p{N}.@-])(?:/[^\\s<>\"]{0,2000})?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String TRAILING = ".,;:!?)]}'\"»”…";
    private static final int LEAST_DIGITS = 6;
    private static final int MOST_TRIES = 50;
    /** Where a number without a country code belongs: by the line's zone, else by the language. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Europe/Berlin", "DE"),
            Map.entry("Europe/Vienna", "AT"),
            Map.entry("Europe/Zurich", "CH"),
            Map.entry("Europe/London", "GB"),
            Map.entry("Europe/Kiev", "UA"),
            Map.entry("Europe/Kyiv", "UA"),
            Map.entry("Europe/Minsk", "BY"),
            Map.entry("Asia/Almaty", "KZ"),
            Map.entry("Europe/Warsaw", "PL"),
            Map.entry("Europe/Moscow", "RU"),
            Map.entry("Asia/Yekaterinburg", "RU"),
            Map.entry("Asia/Novosibirsk", "RU"),
            Map.entry("America/New_York", "US"),
            Map.entry("America/Chicago", "US"),
            Map.entry("America/Los_Angeles", "US"));

    private static final Map<String, String> LANGUAGES = Map.of("ru", "RU", "de", "DE", "en", "US");

    void find(String text, String language, ZoneId zone, Claims claims) {
        String shown = text.length() > Words.MOST ? text.substring(0, Words.MOST) : text;
        if (shown.indexOf('@') >= 0) {
            Matcher mail = EMAIL.matcher(shown);
            while (mail.find()) {
                claims.characters("email", mail.group().toLowerCase(Locale.ROOT), mail.start(), mail.end(), 1);
            }
        }
        if (shown.indexOf('.') >= 0 || shown.contains("://")) {
            links(shown, language, claims);
        }
        if (digits(shown) >= LEAST_DIGITS) {
            phones(shown, language, zone, claims);
        }
    }

    private static void links(String text, String language, Claims claims) {
        Matcher link = URL.matcher(text);
        while (link.find()) {
            int end = link.end();
            while (end > link.start()
                    && TRAILING.indexOf(text.charAt(end - 1)) >= 0
                    && !balanced(text, link.start(), end)) {
                end--;
            }
            String url = text.substring(link.start(), end);
            if (language.equals("en") && link.group(1) == null && runOn(text, url, end)) {
                continue;
            }
            claims.characters("url", link.group(1) == null ? "https://" + url : url, link.start(), end, 1);
        }
    }

    /** "ok.by then", "fine.at 5": two sentences without the blank between them, and no address. */
    private static boolean runOn(String text, String url, int end) {
        boolean word = url.endsWith(".at") || url.endsWith(".by");
        return word
                && end + 1 < text.length()
                && text.charAt(end) == ' '
                && Character.isLetterOrDigit(text.charAt(end + 1));
    }

    /** A closing bracket belongs to the link that opened it. */
    private static boolean balanced(String text, int start, int end) {
        if (text.charAt(end - 1) != ')') {
            return false;
        }
        String url = text.substring(start, end);
        return url.chars().filter(c -> c == ')').count()
                <= url.chars().filter(c -> c == '(').count();
    }

    private static void phones(String text, String language, ZoneId zone, Claims claims) {
        String spoken = LANGUAGES.getOrDefault(language, "ZZ");
        String local = ZONES.getOrDefault(zone.getId(), spoken);
        if (!phones(text, local, claims) && !local.equals(spoken)) {
            phones(text, spoken, claims);
        }
    }

    private static boolean phones(String text, String region, Claims claims) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        boolean any = false;
        for (PhoneNumberMatch match : phones.findNumbers(text, region, Leniency.VALID, MOST_TRIES)) {
            if (!date(match.rawString())) {
                String number = phones.format(match.number(), PhoneNumberFormat.E164);
                any |= claims.characters("phone", number, match.start(), match.end(), 1);
            }
        }
        return any;
    }

    private static boolean date(String raw) {
        return raw.matches("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}.*");
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }
}
