package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.ArrivedMessage;
import io.aifactory.localbus.entity.Destination;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/** The sending half of $management at a queue or topic; what it does not know it passes on to the receiving half. */
record ScheduleNode(Destination destination, @Nullable ManagementNode receiving, Bus bus) implements RequestLink.Node {

    @Override
    public Reply answer(Message message) {
        Requested request = Requested.of(message);
        return switch (request.operation()) {
            case "com.microsoft:schedule-message" -> schedule(request);
            case "com.microsoft:cancel-scheduled-message" -> cancel(request);
            default -> passOn(request, message);
        };
    }

    private Reply passOn(Requested request, Message message) {
        if (receiving == null) {
            throw new UnsupportedOperationException(
                    "The operation '%s' is not supported here".formatted(request.operation()));
        }
        return receiving.answer(message);
    }

    private Reply schedule(Requested request) {
        List<ArrivedMessage> messages =
                request.list("messages").stream().map(this::message).toList();
        Long[] numbers = destination.accept(messages).toArray(Long[]::new);
        return Reply.ok(Map.of("sequence-numbers", numbers));
    }

    private ArrivedMessage message(Object entry) {
        if (entry instanceof Map<?, ?> map && map.get("message") instanceof Binary binary) {
            byte[] encoded = new byte[binary.getLength()];
            System.arraycopy(binary.getArray(), binary.getArrayOffset(), encoded, 0, encoded.length);
            return bus.codec().read(encoded).arrived();
        }
        throw new IllegalArgumentException("A message to schedule is missing");
    }

    private Reply cancel(Requested request) {
        destination.cancelScheduled(request.numbers("sequence-numbers"));
        return Reply.ok(Map.of());
    }
}
