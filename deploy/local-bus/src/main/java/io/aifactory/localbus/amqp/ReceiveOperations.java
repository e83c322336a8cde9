package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.DeliveredMessage;
import io.aifactory.localbus.entity.MessageQueue;
import io.aifactory.localbus.entity.Settlement;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.jspecify.annotations.Nullable;

/** What can be asked about the messages of a queue, subscription or dead-letter queue. */
record ReceiveOperations(MessageQueue queue, Bus bus) implements Operations {

    private static final long MOST_SHOWN = 250;

    @Override
    public @Nullable Reply answer(Requested request) {
        return switch (request.operation()) {
            case "com.microsoft:peek-message" -> peek(request);
            case "com.microsoft:renew-lock" -> renewLock(request);
            case "com.microsoft:receive-by-sequence-number" -> receiveDeferred(request);
            case "com.microsoft:update-disposition" -> updateDisposition(request);
            default -> null;
        };
    }

    private Reply peek(Requested request) {
        List<DeliveredMessage> messages = queue.peek(
                request.number("from-sequence-number"),
                (int) Math.min(request.number("message-count"), MOST_SHOWN),
                request.text("session-id"));
        return messages.isEmpty() ? Reply.nothingFound() : shown(messages);
    }

    private Reply receiveDeferred(Requested request) {
        boolean lock = !request.isZero("receiver-settle-mode");
        List<DeliveredMessage> messages =
                queue.receiveDeferred(request.numbers("sequence-numbers"), lock, request.text("session-id"));
        return messages.isEmpty() ? Reply.nothingFound() : shown(messages);
    }

    private Reply shown(List<DeliveredMessage> messages) {
        return Reply.ok(Map.of("messages", messages.stream().map(this::entry).toList()));
    }

    private Map<String, Object> entry(DeliveredMessage message) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("message", new Binary(bus.codec().encode(message)));
        if (message.lockToken() != null) {
            entry.put("lock-token", message.lockToken());
        }
        return entry;
    }

    private Reply renewLock(Requested request) {
        Date[] expirations = request.tokens("lock-tokens").stream()
                .map(queue::renew)
                .map(Date::from)
                .toArray(Date[]::new);
        return Reply.ok(Map.of("expirations", expirations));
    }

    private Reply updateDisposition(Requested request) {
        Settlement settlement = settlement(request);
        for (UUID token : request.tokens("lock-tokens")) {
            queue.settle(token, settlement);
        }
        return Reply.ok(Map.of());
    }

    private static Settlement settlement(Requested request) {
        Map<String, Object> properties = request.properties("properties-to-modify");
        String status = request.requiredText("disposition-status");
        return switch (status) {
            case "completed" -> new Settlement.Complete();
            case "abandoned" -> new Settlement.Abandon(properties);
            case "defered" -> new Settlement.Defer(properties);
            case "suspended" ->
                Settlement.DeadLetter.because(
                        request.text("deadletter-reason"), request.text("deadletter-description"), properties);
            default ->
                throw new UnsupportedOperationException("The disposition '%s' is not supported".formatted(status));
        };
    }
}
