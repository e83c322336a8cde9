package io.aifactory.localbus.conformance;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The suite against a real namespace that has the entities of {@code entities.json}. */
@EnabledIfEnvironmentVariable(
        named = NamespaceConformanceTests.CONNECTION_STRING,
        matches = "Endpoint=sb://.+",
        disabledReason = "no namespace to run against: FACTORY_SERVICEBUS_CONNECTION_STRING is not set")
class NamespaceConformanceTests extends BusConformance {

    static final String CONNECTION_STRING = "FACTORY_SERVICEBUS_CONNECTION_STRING";

    @Override
    String connectionString() {
        String connectionString = System.getenv(CONNECTION_STRING);
        Entities.empty(connectionString);
        return connectionString;
    }

    @Override
    public String forgedConnectionString() {
        return System.getenv(CONNECTION_STRING).replaceAll("SharedAccessKey=[^;]+", "SharedAccessKey=guessed");
    }

    @Override
    public void pass(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
