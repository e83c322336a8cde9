package io.aifactory.contracts.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in AsyncAPI which channels there are, what travels on them, who sends it and who receives it. */
final class AsyncApiDocument {

    private static final String TOPIC = "factory-events";

    /** Which package-free name prefix of a type each service sends. Every type has exactly one sender. */
    private static final Map<String, List<String>> SENDERS = new TreeMap<>(Map.of(
            "provisioning-service",
            List.of("project.", "environment.", "members.", "model.configured.", "cost.", "budget."),
            "lake-service",
            List.of("dataset."),
            "training-service",
            List.of("training.", "model.trained."),
            "promotion-service",
            List.of("promotion.", "model.promoted.", "model.rolled-back."),
            "scoring-service",
            List.of("model.deployed.", "deployment.", "scoring.", "scores.", "drift.")));

    private static final List<ForeignQueue> QUEUES = List.of(
            new ForeignQueue(
                    "itsm-tickets",
                    "Ticket",
                    "provisioning-service",
                    "receive",
                    "A ticket that orders a project, in the shape of the ITSM system it comes from (ServiceNow)."),
            new ForeignQueue(
                    "lake-storage-events",
                    "StorageEvent",
                    "lake-service",
                    "receive",
                    "A file has been written to a lake, in the shape of Azure Event Grid (Microsoft.Storage.BlobCreated)."),
            new ForeignQueue(
                    "pipeline-runs",
                    "PipelineRun",
                    "training-service",
                    "receive",
                    "A training pipeline has ended, in the shape of Azure DevOps service hooks."));

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private record ForeignQueue(String name, String message, String service, String action, String description) {}

    private AsyncApiDocument() {}

    static ObjectNode generate() {
        var asyncApi = new AsyncApiDocument();
        asyncApi.info();
        asyncApi.servers();
        asyncApi.channels();
        asyncApi.operations();
        asyncApi.components();
        return asyncApi.document;
    }

    /** Returns the service that sends the type. */
    static String senderOf(String type) {
        String name = type.replaceFirst("^io\\.aifactory\\.", "");
        return SENDERS.entrySet().stream()
                .filter(sender -> sender.getValue().stream().anyMatch(name::startsWith))
                .map(Map.Entry::getKey)
                .reduce((one, other) -> {
                    throw new IllegalStateException(type + " is sent by both " + one + " and " + other);
                })
                .orElseThrow(() -> new IllegalStateException("nobody sends " + type));
    }

    private void info() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "AI factory events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the five services of the factory tell each other, and the queues on which other"
                                + " systems speak with them. Generated from the event records, the golden examples and"
                                + " the subscriptions of deploy/Config.json.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0.txt");
        document.put("defaultContentType", "application/json");
    }

    private void servers() {
        ObjectNode servers = document.putObject("servers");
        servers.putObject("laptop")
                .put("host", "localhost:5672")
                .put("protocol", "amqp1")
                .put("description", "The local bus, as ./factory up starts it; its port can be chosen.");
        var azure = servers.putObject("azure")
                .put("host", "{namespace}.servicebus.windows.net:5671")
                .put("protocol", "amqp1")
                .put("description", "A namespace of Azure Service Bus, AMQP 1.0 over TLS.");
        azure.putObject("variables").putObject("namespace").put("description", "The Service Bus namespace.");
    }

    private void channels() {
        ObjectNode channels = document.putObject("channels");
        ObjectNode topic = channel(
                channels,
                TOPIC,
                "The topic all events travel on. A service receives them by its own subscription, which filters by type;"
                        + " events of one project arrive in the order they were sent.");
        EventCatalog.types().forEach(type -> refer(topic, messageName(type)));
        QUEUES.forEach(queue -> refer(channel(channels, queue.name(), queue.description()), queue.message()));
    }

    private static ObjectNode channel(ObjectNode channels, String address, String description) {
        return channels.putObject(address)
                .put("address", address)
                .put("description", description)
                .putObject("messages");
    }

    private static void refer(ObjectNode messages, String message) {
        messages.putObject(message).put("$ref", "#/components/messages/" + message);
    }

    private void operations() {
        ObjectNode operations = document.putObject("operations");
        SENDERS.keySet().forEach(service -> {
            var types = EventCatalog.types().stream()
                    .filter(type -> senderOf(type).equals(service))
                    .toList();
            operation(operations, service, "send", types);
        });
        Subscriptions.typesByReceiver().forEach((service, types) -> operation(operations, service, "receive", types));
        QUEUES.forEach(queue -> operation(
                operations,
                "%s-%ss-%s".formatted(queue.service(), queue.action(), queue.name()),
                queue.action(),
                queue.name(),
                List.of(queue.message()),
                "What the %s %ss in the other system's own shape.".formatted(queue.service(), queue.action())));
    }

    private static void operation(ObjectNode operations, String service, String action, Collection<String> types) {
        operation(
                operations,
                service + "-" + action + "s-events",
                action,
                TOPIC,
                types.stream().map(AsyncApiDocument::messageName).toList(),
                "What the %s %ss.".formatted(service, action));
    }

    private static void operation(
            ObjectNode operations, String id, String action, String channel, List<String> messages, String summary) {
        ObjectNode operation = operations.putObject(id).put("action", action).put("summary", summary);
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        var references = operation.putArray("messages");
        messages.forEach(
                message -> references.addObject().put("$ref", "#/channels/%s/messages/%s".formatted(channel, message)));
    }

    private void components() {
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        EventCatalog.types().forEach(type -> eventMessage(messages, type));
        QUEUES.forEach(queue -> messages.putObject(queue.message())
                .put("name", queue.message())
                .put("summary", queue.description())
                .putObject("payload")
                .put("type", "object"));
        components.putObject("schemas").set("CloudEventHeaders", cloudEventHeaders());
    }

    private static void eventMessage(ObjectNode messages, String type) {
        ObjectNode message = messages.putObject(messageName(type))
                .put("name", type)
                .put("title", messageName(type))
                .put(
                        "summary",
                        RecordJavadoc.of(EventCatalog.classOf(type).orElseThrow())
                                .description())
                .put("contentType", "application/json");
        message.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
        var payload = message.putObject("payload").put("schemaFormat", "application/schema+json;version=2020-12");
        payload.putObject("schema").put("$ref", "./schema/" + type + ".json");
        var examples = message.putArray("examples");
        ContractFiles.examples(type).forEach(example -> examples.addObject()
                .put("name", example.path("subject").asText())
                .set("payload", example.path("data")));
    }

    private static ObjectNode cloudEventHeaders() {
        ObjectNode headers = JsonNodeFactory.instance
                .objectNode()
                .put("description", "The CloudEvents 1.0 attributes as AMQP application properties (binary mode).")
                .put("type", "object");
        var required = headers.putArray("required");
        List.of("specversion", "id", "source", "type", "subject", "time")
                .forEach(name -> required.add("cloudEvents_" + name));
        ObjectNode properties = headers.putObject("properties");
        header(properties, "specversion", "Always 1.0.").put("const", "1.0");
        header(properties, "id", "Derived from type and business key: sending twice is sending once.")
                .put("format", "uuid");
        header(properties, "source", "The service that sent it, for instance /lake-service.");
        header(properties, "type", "The event's type, ending in its major version.");
        header(properties, "subject", "The aggregate it is about, for instance project001/11_diabetes_model_reg.");
        header(properties, "time", "When the event was recorded.").put("format", "date-time");
        header(properties, "dataschema", "The identity of the schema of the data.");
        header(properties, "correlationid", "The id of the event everything began with.");
        header(properties, "causationid", "The id of the event this one follows.");
        header(properties, "traceparent", "W3C trace context.");
        return headers;
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties
                .putObject("cloudEvents_" + name)
                .put("description", description)
                .put("type", "string");
    }

    private static String messageName(String type) {
        return EventCatalog.classOf(type).orElseThrow().getSimpleName();
    }
}
