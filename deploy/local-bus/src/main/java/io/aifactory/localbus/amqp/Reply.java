package io.aifactory.localbus.amqp;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.codec.DroppingWritableBuffer;
import org.apache.qpid.proton.message.Message;

/**
 * The answer to a request.
 *
 * @param properties status and, for a refusal, its reason
 * @param body what was asked for
 */
record Reply(Map<String, Object> properties, Map<String, Object> body) {

    /** The encoder asks for a little more room than it uses. */
    private static final int SLACK_BYTES = 64;

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    static Reply ok(Map<String, Object> body) {
        return new Reply(status(OK, "OK"), body);
    }

    static Reply nothingFound() {
        return new Reply(status(NO_CONTENT, "NoContent"), Map.of());
    }

    static Reply accepted() {
        return new Reply(status(ACCEPTED, "Accepted"), Map.of());
    }

    static Reply refused(Refusal refusal) {
        Map<String, Object> properties = status(refusal.status(), refusal.description());
        properties.put("errorCondition", refusal.condition());
        properties.put("error-condition", refusal.condition());
        return new Reply(properties, Map.of());
    }

    /** Both spellings, because $cbs and $management are read by different ones. */
    private static Map<String, Object> status(int code, String description) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("statusCode", code);
        status.put("status-code", code);
        status.put("statusDescription", description);
        status.put("status-description", description);
        return status;
    }

    byte[] encodedFor(Message request) {
        Message message = Message.Factory.create();
        message.setCorrelationId(request.getMessageId());
        message.setApplicationProperties(new ApplicationProperties(properties));
        message.setBody(new AmqpValue(body));
        byte[] buffer = new byte[message.encode(new DroppingWritableBuffer()) + SLACK_BYTES];
        return Arrays.copyOf(buffer, message.encode(buffer, 0, buffer.length));
    }
}
