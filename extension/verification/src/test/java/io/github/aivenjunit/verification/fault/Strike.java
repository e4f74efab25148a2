package io.github.aivenjunit.verification.fault;

import java.util.Optional;

/** Which requests of a run a mishap hits. */
sealed interface Strike {

    Mishap mishap();

    /** Whether it hits this one, counted from 1. */
    boolean hits(int number, String method);

    /** Whether it goes on until the end of the run. */
    boolean lasting();

    /** Some requests in a row. */
    record Nth(int first, int times, Mishap mishap) implements Strike {

        /** This one and every later one. */
        static Nth from(int first, Mishap mishap) {
            return new Nth(first, Integer.MAX_VALUE, mishap);
        }

        @Override
        public boolean hits(int number, String method) {
            return number >= first && number - first < times;
        }

        @Override
        public boolean lasting() {
            return times == Integer.MAX_VALUE;
        }
    }

    /** Every request of a method. */
    record Every(String method, Mishap mishap) implements Strike {
        @Override
        public boolean hits(int number, String method) {
            return this.method.equals(method);
        }

        @Override
        public boolean lasting() {
            return true;
        }
    }

    /** How long nobody is to listen before this request comes. */
    default Optional<Mishap.Refused> outageBefore(int number) {
        return this instanceof Nth nth && nth.first() == number && mishap() instanceof Mishap.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }
}
