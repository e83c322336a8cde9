package io.aifactory.lake.reconciliation;

/**
 * A piece of work.
 *
 * @param kind what is done
 * @param scope to what
 */
record Work(String kind, String scope) {

    static Work parse(String text) {
        int separator = text.indexOf(':');
        return new Work(text.substring(0, separator), text.substring(separator + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + scope;
    }
}
