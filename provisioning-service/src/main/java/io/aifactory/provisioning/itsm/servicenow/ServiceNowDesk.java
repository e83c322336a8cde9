package io.aifactory.provisioning.itsm.servicenow;

import io.aifactory.contracts.events.ProjectId;
import io.aifactory.provisioning.itsm.TicketAnswer;
import io.aifactory.provisioning.itsm.TicketDesk;
import io.aifactory.provisioning.itsm.TicketUndeliverable;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Answers tickets by PATCH on their record in ServiceNow's table API. Journal fields append, so a repeated answer shows twice and breaks nothing. */
final class ServiceNowDesk implements TicketDesk {

    /** Not allowed, too many, timed out: an expired token is renewed and a data policy is mended, so these may work later. */
    private static final Set<Integer> MAY_WORK_LATER = Set.of(401, 403, 408, 425, 429);

    private final ServiceNowProperties properties;
    private final RestClient http;

    ServiceNowDesk(ServiceNowProperties properties) {
        this.properties = properties;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(properties.timeout());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public void answer(TicketAnswer answer) {
        URI record = CallbackAddress.of(answer.ticket(), properties.allowedOrigins());
        HttpStatusCode status = http.patch()
                .uri(record)
                .headers(headers -> headers.setBearerAuth(properties.token()))
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(bodyOf(answer))
                .exchange((request, response) -> response.getStatusCode());
        check(answer, status);
    }

    private static void check(TicketAnswer answer, HttpStatusCode status) {
        String number = answer.ticket().number();
        if (status.is5xxServerError() || MAY_WORK_LATER.contains(status.value())) {
            throw new IllegalStateException("ServiceNow answered %s for %s".formatted(status, number));
        }
        if (!status.is2xxSuccessful()) {
            throw new TicketUndeliverable("ServiceNow answered %s for %s".formatted(status, number));
        }
    }

    private Map<String, String> bodyOf(TicketAnswer answer) {
        var body = new LinkedHashMap<String, String>();
        body.put("state", stateOf(answer));
        body.put("work_notes", answer.message());
        body.put("comments", commentOn(answer));
        if (answer.isLast()) {
            body.put("close_notes", answer.message());
        }
        body.put("u_external_reference", answer.order().toString());
        return body;
    }

    private String stateOf(TicketAnswer answer) {
        return switch (answer.status()) {
            case SUBMITTED, ACCEPTED, IN_PROGRESS -> properties.states().inProgress();
            case COMPLETED -> properties.states().complete();
            case REJECTED, FAILED -> properties.states().incomplete();
        };
    }

    private static String commentOn(TicketAnswer answer) {
        ProjectId project = answer.project();
        return switch (answer.status()) {
            case COMPLETED -> "Your project %s is ready.".formatted(project);
            case SUBMITTED, ACCEPTED, IN_PROGRESS -> "Your project %s is being made.".formatted(project);
            case REJECTED, FAILED -> answer.message();
        };
    }
}
