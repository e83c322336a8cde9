package io.aifactory.localbus.topology;

import java.nio.file.Path;
import java.util.List;

/** All entities of one namespace. Names compare without regard to case and are unique. */
public record Topology(List<QueueDefinition> queues, List<TopicDefinition> topics) {

    public Topology {
        queues = List.copyOf(queues);
        topics = List.copyOf(topics);
    }

    /** Reads a Config.json; throws {@link InvalidTopology} with every reason when it cannot be used as it stands. */
    public static Topology read(Path config) {
        return new TopologyReader().read(config);
    }
}
