package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Refusal;
import picocli.CommandLine.ITypeConverter;

/**
 * Names a dead letter by its service and its number there.
 *
 * @param seq its number
 */
record LetterId(ServiceName service, long seq) {

    static LetterId of(ServiceName service, JsonNode deadLetter) {
        return new LetterId(service, deadLetter.path("seq").asLong());
    }

    static LetterId of(ServiceName service, JsonNode node, String field) {
        return new LetterId(service, Long.parseLong(Fields.text(node, field)));
    }

    private static LetterId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
            throw Refusal.usage("'%s' is no dead letter; they look like lake-service/42.".formatted(text));
        }
        return new LetterId(Services.named(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return service.module() + "/" + seq;
    }

    /** Reads it from the command line. */
    static final class Converter implements ITypeConverter<LetterId> {

        @Override
        public LetterId convert(String text) {
            return parse(text);
        }
    }
}
