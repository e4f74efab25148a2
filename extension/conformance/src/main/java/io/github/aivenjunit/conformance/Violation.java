package io.github.aivenjunit.conformance;

/**
 * A difference between an exchange and the document.
 *
 * @param operation the operation's id, or the method and path where the document knows none
 * @param pointer where in the body, with {@code *} for every index; or {@code path}, {@code query} or {@code status}
 * @param kind the broken keyword of JSON Schema, or a word of ours
 */
record Violation(Side side, String operation, String pointer, String kind) implements Comparable<Violation> {

    @Override
    public int compareTo(Violation other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return side + " " + operation + " " + pointer + " " + kind;
    }
}
