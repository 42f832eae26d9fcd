package openlines.bitrix24.rest;

/** How many requests a portal still takes. Nobody waits here: where the answer takes a while, a later question has it. */
interface Budget {
    /** Takes one request, if one may start now. */
    boolean take();

    /** How many more are left, as far as is known. */
    long left();

    /** The portal says that there are none left. */
    void empty();

    /** Whether an answer is on its way. */
    boolean asking();

    /** As many as one likes. */
    Budget UNBOUNDED = new Budget() {
        @Override
        public boolean take() {
            return true;
        }

        @Override
        public long left() {
            return Long.MAX_VALUE;
        }

        @Override
        public void empty() {}

        @Override
        public boolean asking() {
            return false;
        }
    };
}
