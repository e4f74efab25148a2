package io.github.aivenjunit.verification.model;

/**
 * Something that can happen in a state.
 *
 * @param action who does what, for a counterexample
 * @param next the state after it
 * @param fault whether nobody may count on it: a death, a lost answer
 */
record Step<S>(String action, S next, boolean fault) {

    static <S> Step<S> of(String action, S next) {
        return new Step<>(action, next, false);
    }

    static <S> Step<S> fault(String action, S next) {
        return new Step<>(action, next, true);
    }
}
