package io.aifactory.lake.arrival;

import io.aifactory.lake.ServiceDatabase;
import java.util.function.Consumer;

/** Gives tests of other features the way to note files that were found. */
public final class TestLanding {

    private TestLanding() {}

    /** Returns the way to note files in the given database. */
    public static Landing in(ServiceDatabase database, Consumer<Object> listener) {
        return new Landing(arrivalsIn(database), listener::accept);
    }

    /** Returns all files that ever landed. */
    public static Arrivals arrivalsIn(ServiceDatabase database) {
        return new Arrivals(database.client(), database.clock());
    }
}
