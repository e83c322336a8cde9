package io.aifactory.contracts.events;

/** A name that breaks the pattern of its kind. The message says which kind, what was given and what is expected. */
public final class InvalidName extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 80;

    public InvalidName(String kind, String value, String expected) {
        super("%s '%s' is not %s".formatted(kind, shown(value), expected));
    }

    private static String shown(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "…";
    }
}
