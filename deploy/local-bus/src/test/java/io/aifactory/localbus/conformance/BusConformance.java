package io.aifactory.localbus.conformance;

import io.aifactory.localbus.BusClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every bus the factory runs on has to do, seen through the real client; each bus has a class that runs it. */
abstract class BusConformance
        implements SendingContract,
                SettlingContract,
                LockContract,
                LifetimeContract,
                SchedulingContract,
                SessionContract,
                SessionTakeoverContract,
                TopicContract,
                RuleContract,
                RefusalContract {

    private BusClients clients;

    abstract String connectionString();

    @BeforeEach
    void connect() {
        clients = new BusClients(connectionString());
    }

    @AfterEach
    void disconnect() throws Exception {
        clients.close();
    }

    @Override
    public BusClients bus() {
        return clients;
    }
}
