package io.github.aivenjunit.client;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The numbers of a budget. Each changes in one atomic step, so that whoever dies between two of them leaves nothing
 * locked and nothing half written. Thread-safe.
 */
interface BudgetWords {

    /** How many there are. */
    int COUNT = 8;

    long get(int index);

    /** Whether the word was as expected, and now is the new value. */
    boolean swap(int index, long expected, long value);

    /** Words that nobody shares. */
    static BudgetWords ofThisJvm() {
        AtomicLongArray words = new AtomicLongArray(COUNT);
        return new BudgetWords() {
            @Override
            public long get(int index) {
                return words.get(index);
            }

            @Override
            public boolean swap(int index, long expected, long value) {
                return words.compareAndSet(index, expected, value);
            }
        };
    }
}
