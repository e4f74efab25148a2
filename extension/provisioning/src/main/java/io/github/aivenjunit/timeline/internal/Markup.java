package io.github.aivenjunit.timeline.internal;

/** Text inside a page, and pieces of it that are markup already. */
final class Markup {

    private final StringBuilder page = new StringBuilder();

    /** A text as it must stand in a page, inside an element or an attribute in double quotes. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isPrintable(character) ? character : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** Adds markup that this package wrote. */
    Markup raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds a text. */
    Markup text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** Adds an element with a class that holds a text. */
    Markup element(String tag, String style, String text) {
        return raw("<" + tag + " class=\"" + style + "\">").text(text).raw("</" + tag + ">");
    }

    private static boolean isPrintable(int character) {
        return character >= ' '
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE
                && character != 0xFFFE
                && character != 0xFFFF;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
