package io.aifactory.local.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.Refusal;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a service answered instead of doing what was asked (RFC 9457).
 *
 * @param status the HTTP status
 * @param detail what is wrong, in words
 * @param reasons every single reason, when there are several
 */
record Problem(int status, String detail, List<String> reasons) {

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    static Problem of(ServiceName service, int status, String body) {
        var document = document(body);
        var title = document.path("title").asText("%s answered with status %d".formatted(service.module(), status));
        return new Problem(status, document.path("detail").asText(title), reasons(document));
    }

    /** Returns it as what the command line says; what may be over in a moment counts as not reachable. */
    Refusal refusal() {
        if (status == NOT_FOUND) {
            return Refusal.notFound(detail, reasons);
        }
        var passing = status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
        return passing ? Refusal.unreachable(detail) : Refusal.of(detail, reasons);
    }

    private static JsonNode document(String body) {
        try {
            return Json.MAPPER.readTree(body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private static List<String> reasons(JsonNode document) {
        return StreamSupport.stream(document.path("reasons").spliterator(), false)
                .map(reason -> reason.isTextual() ? reason.asText() : reason.toString())
                .toList();
    }
}
