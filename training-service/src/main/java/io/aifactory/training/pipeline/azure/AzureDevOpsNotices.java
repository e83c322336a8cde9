package io.aifactory.training.pipeline.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.training.pipeline.DeliveryNotice;
import io.aifactory.training.pipeline.DeliveryNotices;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the two messages of Azure DevOps: what a pipeline sends itself with the task PublishToAzureServiceBus (our schema
 * {@code aif.pipeline.v1}), and what the service hook sends for every completed build.
 */
@Component
class AzureDevOpsNotices implements DeliveryNotices {

    private final ObjectMapper json;

    AzureDevOpsNotices(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Optional<DeliveryNotice> read(byte[] body) {
        var message = parsed(DataContractText.of(body));
        if ("aif.pipeline.v1".equals(message.path("schema").asText())) {
            return Optional.of(new PublishedMessage(message).notice());
        }
        if ("build.complete".equals(message.path("eventType").asText())) {
            return new CompletedBuild(message.path("resource")).notice();
        }
        throw new Unprocessable(
                "The message is neither of schema aif.pipeline.v1 nor a build.complete of Azure DevOps");
    }

    private JsonNode parsed(String text) {
        try {
            var message = json.readTree(text);
            if (message.isObject()) {
                return message;
            }
            throw new Unprocessable("The message is no JSON object");
        } catch (JsonProcessingException e) {
            throw new Unprocessable("The message is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
