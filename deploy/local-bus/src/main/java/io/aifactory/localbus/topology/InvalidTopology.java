package io.aifactory.localbus.topology;

import java.util.List;

/** A Config.json cannot be used; the message lists every reason with its place in the file. */
public final class InvalidTopology extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    InvalidTopology(String file, List<String> reasons) {
        super("%s cannot be used:%n  %s".formatted(file, String.join(System.lineSeparator() + "  ", reasons)));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
