package io.aifactory.contracts.lake;

/** A path that is none of the lake's grammar. The message shows the path and says what is wrong with it. */
public final class InvalidLakePath extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SHOWN = 200;

    public InvalidLakePath(String path, String reason) {
        super("'%s' is no path of the lake: %s".formatted(shown(path), reason));
    }

    private static String shown(String path) {
        String printable = path.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "…";
    }
}
