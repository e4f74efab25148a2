package io.github.aivenjunit.watchdog.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) from front to back and keeps only what is asked for: a list of services holds far more than fits
 * into the watchdog's heap. Strict. Not thread-safe.
 */
public final class JsonReader {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final int DEEPEST = 100;
    private static final int END = -1;

    private final Reader in;
    private int next;
    private int depth;

    public JsonReader(Reader in) throws IOException {
        this.in = new BufferedReader(in);
        this.next = this.in.read();
    }

    /** Reads the value of a field, or says that it does not want it. */
    @FunctionalInterface
    public interface Fields {
        boolean read(String name) throws IOException;
    }

    /** Reads one element. */
    @FunctionalInterface
    public interface Elements {
        void read() throws IOException;
    }

    /** The whole document is one object, and nothing follows it. */
    public void document(Fields fields) throws IOException {
        object(fields);
        if (peek() != END) {
            throw malformed("something after its end");
        }
    }

    /** An object; the value of each field that is not wanted is skipped. */
    public void object(Fields fields) throws IOException {
        enter('{');
        if (!leaves('}')) {
            do {
                if (peek() != '"') {
                    throw malformed("no name of a field");
                }
                String name = text();
                expect(':');
                if (!fields.read(name)) {
                    skip();
                }
            } while (another('}'));
        }
    }

    public void array(Elements elements) throws IOException {
        enter('[');
        if (!leaves(']')) {
            do {
                elements.read();
            } while (another(']'));
        }
    }

    /** Whether the value is null, which is then read. */
    public boolean isNull() throws IOException {
        if (peek() != 'n') {
            return false;
        }
        literal("null");
        return true;
    }

    /** Whether the value is an array, an object or a string: whether it begins like one. */
    public boolean begins(char character) throws IOException {
        return peek() == character;
    }

    public boolean flag() throws IOException {
        if (peek() == 't') {
            literal("true");
            return true;
        }
        literal("false");
        return false;
    }

    /** An object whose values are strings; those that are null are left out. */
    Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        object(name -> {
            if (!isNull()) {
                texts.put(name, text());
            }
            return true;
        });
        return texts;
    }

    public String text() throws IOException {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (next != '"') {
            if (next < ' ') {
                throw malformed("a string that does not end");
            }
            int character = take();
            text.append((char) (character == '\\' ? escaped() : character));
        }
        take();
        return text.toString();
    }

    void skip() throws IOException {
        switch (peek()) {
            case '{' -> object(name -> false);
            case '[' -> array(this::skip);
            case '"' -> text();
            case 'n' -> literal("null");
            case 't', 'f' -> flag();
            default -> number();
        }
    }

    private int escaped() throws IOException {
        int character = take();
        return switch (character) {
            case '"', '\\', '/' -> character;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an unknown escape");
        };
    }

    private int unicode() throws IOException {
        int code = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = Character.digit(take(), 16);
            if (value < 0) {
                throw malformed("an unknown escape");
            }
            code = code * 16 + value;
        }
        return code;
    }

    /** A number, as it is written. */
    public String number() throws IOException {
        peek();
        StringBuilder number = new StringBuilder();
        while (next > ' ' && "+-.eE0123456789".indexOf(next) >= 0) {
            number.append((char) take());
        }
        if (!NUMBER.matcher(number).matches()) {
            throw malformed("no value");
        }
        return number.toString();
    }

    private void literal(String word) throws IOException {
        peek();
        for (int i = 0; i < word.length(); i++) {
            if (take() != word.charAt(i)) {
                throw malformed("no value");
            }
        }
    }

    private void enter(char bracket) throws IOException {
        expect(bracket);
        depth++;
        if (depth > DEEPEST) {
            throw malformed("more than " + DEEPEST + " levels");
        }
    }

    /** Whether the object or array is empty, and thereby read. */
    private boolean leaves(char bracket) throws IOException {
        if (peek() != bracket) {
            return false;
        }
        take();
        depth--;
        return true;
    }

    private boolean another(char bracket) throws IOException {
        if (leaves(bracket)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char character) throws IOException {
        if (peek() != character) {
            throw malformed("no " + character);
        }
        take();
    }

    /** The next character that is not white space, unread. */
    private int peek() throws IOException {
        while (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
            take();
        }
        return next;
    }

    private int take() throws IOException {
        int taken = next;
        if (taken == END) {
            throw malformed("an early end");
        }
        next = in.read();
        return taken;
    }

    private static MalformedJsonException malformed(String what) {
        return new MalformedJsonException("The answer is no JSON as expected: it has " + what + ".");
    }
}
