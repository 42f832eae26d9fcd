package openlines.simulator.rest;

import java.util.List;
import java.util.OptionalLong;

/** Part of a list, with what stands beside {@code result}. */
public record Page(Object items, long total, OptionalLong next) {

    public static final int SIZE = 50;

    /** The page of fifty at {@code start}; at -1 the first fifty, uncounted (observed: total 0, no next). */
    public static Page of(List<?> all, long start) {
        if (start < 0) {
            return new Page(List.copyOf(all.subList(0, Math.min(SIZE, all.size()))), 0, OptionalLong.empty());
        }
        return of(all, start, SIZE);
    }

    public static Page of(List<?> all, long start, int size) {
        int from = (int) Math.min(Math.max(0, start), all.size());
        int to = Math.min(from + size, all.size());
        return new Page(
                all.subList(from, to), all.size(), to < all.size() ? OptionalLong.of(to) : OptionalLong.empty());
    }
}
