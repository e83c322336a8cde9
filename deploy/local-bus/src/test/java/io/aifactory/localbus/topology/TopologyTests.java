package io.aifactory.localbus.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTests {

    @TempDir
    Path directory;

    @Test
    void readsTheFactorysOwnEntities() {
        Topology topology = Topology.read(Path.of("../Config.json"));

        assertThat(topology.queues())
                .extracting(QueueDefinition::name)
                .containsExactly("itsm-tickets", "lake-storage-events", "pipeline-runs");
        assertThat(topology.topics()).singleElement().satisfies(topic -> {
            assertThat(topic.name()).isEqualTo("factory-events");
            assertThat(topic.duplicateWindow()).isEqualTo(Duration.ofMinutes(5));
            assertThat(topic.subscriptions())
                    .extracting(SubscriptionDefinition::name)
                    .containsExactly(
                            "provisioning-service",
                            "lake-service",
                            "training-service",
                            "promotion-service",
                            "scoring-service",
                            "observer");
        });
    }

    @Test
    void fillsInWhatTheEmulatorDoes() throws IOException {
        Topology topology = read("\"Queues\": [{\"Name\": \"q\"}]");

        QueueDefinition queue = topology.queues().get(0);

        assertThat(queue.properties().lockDuration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(queue.properties().maxDeliveryCount()).isEqualTo(3);
        assertThat(queue.duplicateWindow()).isZero();
    }

    @Test
    void refusesWithEveryReasonAtOnce() {
        assertThatThrownBy(() -> read("""
                        "Queues": [
                          {"Name": "q", "Properties": {"LockDuration": "a minute", "MaxDeliveryCount": 0, "Colour": "red"}},
                          {"Name": "Q"},
                          {"Name": "forwards", "Properties": {"ForwardTo": "q", "RequiresSession": "yes"}}
                        ],
                        "Topics": [
                          {"Name": "t", "Subscriptions": [{"Name": "s", "Rules": [
                            {"Name": "r", "Properties": {"FilterType": "Sql", "SqlFilter": {"SqlExpression": "a ="}}},
                            {"Name": "n", "Properties": {"FilterType": "Magic"}}
                          ]}]}
                        ]
                        """))
                .isInstanceOfSatisfying(InvalidTopology.class, refused -> assertThat(refused.reasons())
                        .containsExactlyInAnyOrder(
                                "UserConfig.Namespaces[0].Queues[0].Properties has the unknown key 'Colour'",
                                "UserConfig.Namespaces[0].Queues[0].Properties needs a duration such as PT1M at 'LockDuration', found 'a minute'",
                                "UserConfig.Namespaces[0].Queues[0].Properties needs a whole number from 1 to 2000 at 'MaxDeliveryCount', found 0",
                                "UserConfig.Namespaces[0].Queues[2].Properties sets 'ForwardTo', which this bus does not support",
                                "UserConfig.Namespaces[0].Queues[2].Properties needs true or false at 'RequiresSession'",
                                "UserConfig.Namespaces[0].Topics[0].Subscriptions[0].Rules[0].Properties.SqlFilter has an unreadable SqlExpression. Expected a property or a value but found the end at position 4 of: a =",
                                "UserConfig.Namespaces[0].Topics[0].Subscriptions[0].Rules[1].Properties needs the FilterType Sql or Correlation",
                                "The name 'Q' is used twice in the namespace"));
    }

    @Test
    void refusesWhatIsNoJson() throws IOException {
        Path file = Files.writeString(directory.resolve("Config.json"), "{ oops");

        assertThatThrownBy(() -> Topology.read(file))
                .isInstanceOf(InvalidTopology.class)
                .hasMessageContaining("It is not JSON");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> Topology.read(directory.resolve("nowhere.json")))
                .isInstanceOf(InvalidTopology.class)
                .hasMessageContaining("It cannot be read");
    }

    private Topology read(String entities) throws IOException {
        String json = "{\"UserConfig\": {\"Namespaces\": [{\"Name\": \"sbemulatorns\", %s}]}}".formatted(entities);
        return Topology.read(Files.writeString(directory.resolve("Config.json"), json));
    }
}
