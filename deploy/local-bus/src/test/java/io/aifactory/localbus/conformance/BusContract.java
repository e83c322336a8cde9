package io.aifactory.localbus.conformance;

import io.aifactory.localbus.BusClients;
import java.time.Duration;

/** What the parts of the suite need of the bus they run against: the entities of {@code entities.json}, all of them empty. */
interface BusContract {

    BusClients bus();

    /** Lets time pass for the bus, really or not. */
    void pass(Duration time);
}
