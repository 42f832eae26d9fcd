package openlines.bitrix24.rest;

import io.github.bucket4j.Bucket;

/** A portal's bucket in this node's memory. */
record OwnBudget(Bucket bucket) implements Budget {
    @Override
    public boolean take() {
        return bucket.tryConsume(1);
    }

    @Override
    public long left() {
        return bucket.getAvailableTokens();
    }

    @Override
    public void empty() {
        bucket.tryConsumeAsMuchAsPossible();
    }

    @Override
    public boolean asking() {
        return false;
    }
}
