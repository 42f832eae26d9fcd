package openlines.bot;

/**
 * A piece of the text that means something: a phone, a date, a city.
 *
 * @param type what it is, as the intent files name it ({@code phone}, {@code date}, {@code city})
 * @param text as the customer wrote it
 * @param value normalised, as text: {@code +4930123456}, {@code 2026-11-21}, the list's own spelling
 * @param start first character in the message
 * @param end one past the last
 * @param confidence 0 to 1; patterns and lists give 1
 */
public record Entity(String type, String text, String value, int start, int end, double confidence) {}
