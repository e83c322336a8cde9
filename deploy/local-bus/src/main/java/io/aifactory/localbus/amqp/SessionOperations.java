package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.MessageQueue;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;
import org.jspecify.annotations.Nullable;

/** What the holder of a session can ask for, and who else wants to know which sessions there are. */
record SessionOperations(MessageQueue queue, Peer peer) implements Operations {

    @Override
    public @Nullable Reply answer(Requested request) {
        return switch (request.operation()) {
            case "com.microsoft:renew-session-lock" -> renew(request);
            case "com.microsoft:get-session-state" -> state(request);
            case "com.microsoft:set-session-state" -> saveState(request);
            case "com.microsoft:get-message-sessions" -> sessions(request);
            default -> null;
        };
    }

    private Reply renew(Requested request) {
        return Reply.ok(Map.of("expiration", Date.from(queue.renewSession(request.requiredText("session-id"), peer))));
    }

    private Reply state(Requested request) {
        byte[] state = queue.sessionState(request.requiredText("session-id"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("session-state", state.length == 0 ? null : new Binary(state));
        return Reply.ok(body);
    }

    private Reply saveState(Requested request) {
        queue.saveSessionState(request.requiredText("session-id"), peer, request.bytes("session-state"));
        return Reply.ok(Map.of());
    }

    private Reply sessions(Requested request) {
        List<String> names = queue.sessionNames().stream()
                .skip(request.number("skip"))
                .limit(request.number("top"))
                .toList();
        return names.isEmpty()
                ? Reply.nothingFound()
                : Reply.ok(Map.of(
                        "skip",
                        (int) request.number("skip") + names.size(),
                        "sessions-ids",
                        names.toArray(String[]::new)));
    }
}
