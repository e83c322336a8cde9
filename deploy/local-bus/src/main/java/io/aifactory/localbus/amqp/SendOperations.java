package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.ArrivedMessage;
import io.aifactory.localbus.entity.Destination;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;
import org.jspecify.annotations.Nullable;

/** What can be asked of a queue or topic that has no link of its own: scheduling. */
record SendOperations(Destination destination, Bus bus) implements Operations {

    @Override
    public @Nullable Reply answer(Requested request) {
        return switch (request.operation()) {
            case "com.microsoft:schedule-message" -> schedule(request);
            case "com.microsoft:cancel-scheduled-message" -> cancel(request);
            default -> null;
        };
    }

    private Reply schedule(Requested request) {
        bus.gate().requireOpen();
        List<ArrivedMessage> messages =
                request.list("messages").stream().map(this::message).toList();
        Long[] numbers = destination.accept(messages).toArray(Long[]::new);
        return Reply.ok(Map.of("sequence-numbers", numbers));
    }

    private ArrivedMessage message(Object entry) {
        if (entry instanceof Map<?, ?> map && map.get("message") instanceof Binary binary) {
            byte[] encoded = new byte[binary.getLength()];
            System.arraycopy(binary.getArray(), binary.getArrayOffset(), encoded, 0, encoded.length);
            return bus.codec().arrived(encoded);
        }
        throw new IllegalArgumentException("A message to schedule is missing");
    }

    private Reply cancel(Requested request) {
        destination.cancelScheduled(request.numbers("sequence-numbers"));
        return Reply.ok(Map.of());
    }
}
