package openlines.nlp.intent;

import java.util.Arrays;

/** Where each of a list of hashes stands: an open table; two that are alike are one, which harms nobody. */
final class HashRows {
    static final int UNKNOWN = -1;

    private final long[] keys;
    private final int[] rows;
    private final int mask;

    HashRows(long[] hashes) {
        int size = Integer.highestOneBit(Math.max(8, hashes.length * 2 - 1)) << 1;
        this.mask = size - 1;
        this.keys = new long[size];
        this.rows = new int[size];
        Arrays.fill(rows, UNKNOWN);
        for (int row = 0; row < hashes.length; row++) {
            int slot = (int) hashes[row] & mask;
            while (rows[slot] != UNKNOWN) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = hashes[row];
            rows[slot] = row;
        }
    }

    int row(long hash) {
        int slot = (int) hash & mask;
        while (true) {
            int row = rows[slot];
            if (row == UNKNOWN || keys[slot] == hash) {
                return row;
            }
            slot = (slot + 1) & mask;
        }
    }
}
