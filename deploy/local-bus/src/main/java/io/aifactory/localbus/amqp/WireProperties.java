package io.aifactory.localbus.amqp;

import io.aifactory.localbus.filter.MessageProperties;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.jspecify.annotations.Nullable;

/** The properties of an AMQP message under the names filters know them by. */
record WireProperties(@Nullable Properties properties, Map<String, Object> application) implements MessageProperties {

    @Override
    public @Nullable Object system(String name) {
        if (properties == null) {
            return null;
        }
        return switch (name) {
            case "contenttype" -> text(properties.getContentType());
            case "correlationid" -> text(properties.getCorrelationId());
            case "label", "subject" -> properties.getSubject();
            case "messageid" -> text(properties.getMessageId());
            case "replyto" -> properties.getReplyTo();
            case "replytosessionid" -> properties.getReplyToGroupId();
            case "sessionid" -> properties.getGroupId();
            case "to" -> properties.getTo();
            default -> null;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
