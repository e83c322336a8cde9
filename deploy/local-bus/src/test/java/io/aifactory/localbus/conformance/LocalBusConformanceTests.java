package io.aifactory.localbus.conformance;

import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The suite against the bus of this module, started anew for each test. */
class LocalBusConformanceTests extends BusConformance {

    @TempDir
    Path data;

    private final ShiftedClock clock = new ShiftedClock();
    private LocalBus bus;

    @Override
    String connectionString() {
        bus = LocalBus.start(LocalBusSettings.of(Entities.FILE, data).withClock(clock));
        return bus.connectionString();
    }

    @Override
    public String forgedConnectionString() {
        return bus.connectionString().replaceAll("SharedAccessKey=[^;]+", "SharedAccessKey=guessed");
    }

    @Override
    public void pass(Duration time) {
        clock.putForward(time);
    }

    @AfterEach
    void stopBus() {
        bus.close();
    }
}
