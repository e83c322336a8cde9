package io.aifactory.contracts.messaging.bus;

/** Text of others, made fit for a log, a database and the bus. */
final class Text {

    private static final int LONGEST = 2_000;

    private Text() {}

    static String printable(String text) {
        String withoutNul = text.replace('\0', '\uFFFD');
        return withoutNul.length() <= LONGEST ? withoutNul : withoutNul.substring(0, LONGEST);
    }
}
