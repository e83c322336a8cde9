package io.aifactory.provisioning.itsm.servicenow;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.aifactory.provisioning.itsm.TicketAnswer;
import io.aifactory.provisioning.itsm.TicketFixture;
import io.aifactory.provisioning.itsm.TicketUndeliverable;
import io.aifactory.provisioning.order.OrderStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNowDeskTests {

    private static final String PATH = "/api/now/table/sc_req_item/" + TicketFixture.RECORD;

    @RegisterExtension
    private static final WireMockExtension SERVICENOW = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private ServiceNowDesk desk;

    @BeforeEach
    void openTheDesk() {
        desk = new ServiceNowDesk(new ServiceNowProperties(
                List.of(URI.create("https://contoso.service-now.com"), URI.create(SERVICENOW.baseUrl())),
                "a-token",
                Duration.ofSeconds(60),
                new ServiceNowProperties.States("2", "3", "4")));
    }

    @Test
    void closesTheTicketOfACompletedOrder() {
        answerWith(200);
        TicketAnswer answer = answer(OrderStatus.COMPLETED);

        desk.answer(answer);

        SERVICENOW.verify(patchRequestedFor(urlPathEqualTo(PATH))
                .withQueryParam("sysparm_exclude_reference_link", equalTo("true"))
                .withQueryParam("sysparm_input_display_value", equalTo("false"))
                .withHeader("Authorization", equalTo("Bearer a-token"))
                .withRequestBody(equalToJson("""
                        {
                          "state": "3",
                          "work_notes": "AI Factory order %1$s is completed: project project001 is ready.",
                          "comments": "Your project project001 is ready.",
                          "close_notes": "AI Factory order %1$s is completed: project project001 is ready.",
                          "u_external_reference": "%1$s"
                        }
                        """.formatted(answer.order()))));
    }

    @Test
    void closesTheTicketOfARejectedOrderWithEveryReason() {
        answerWith(200);
        TicketAnswer answer = answer(OrderStatus.REJECTED, "cost_center is missing", "environments is empty");

        desk.answer(answer);

        SERVICENOW.verify(patchRequestedFor(urlPathEqualTo(PATH))
                .withRequestBody(equalToJson("""
                        {"state": "4", "comments": "AI Factory order %s cannot be taken.\\n- cost_center is missing\\n- environments is empty"}
                        """.formatted(answer.order()), true, true)));
    }

    @Test
    void keepsTheTicketOfAnAcceptedOrderOpen() {
        answerWith(200);

        desk.answer(answer(OrderStatus.ACCEPTED));

        SERVICENOW.verify(
                patchRequestedFor(urlPathEqualTo(PATH)).withRequestBody(equalToJson("{\"state\": \"2\"}", true, true)));
        assertThat(SERVICENOW.getAllServeEvents().get(0).getRequest().getBodyAsString())
                .doesNotContain("close_notes");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void triesAgainWhatMayWorkLater(int status) {
        answerWith(status);

        assertThatThrownBy(() -> desk.answer(answer(OrderStatus.COMPLETED)))
                .isNotInstanceOf(TicketUndeliverable.class)
                .hasMessageContaining(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404})
    void givesUpWhatNeverWorks(int status) {
        SERVICENOW.stubFor(any(anyUrl())
                .willReturn(
                        aResponse().withStatus(status).withHeader("Location", SERVICENOW.baseUrl() + "/elsewhere")));

        assertThatThrownBy(() -> desk.answer(answer(OrderStatus.COMPLETED))).isInstanceOf(TicketUndeliverable.class);
        assertThat(SERVICENOW.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/api/now/table/sc_req_item/" + TicketFixture.RECORD,
                "https://contoso.service-now.com.evil.example.com/api/now/table/sc_req_item/" + TicketFixture.RECORD,
                "https://contoso.service-now.com@evil.example.com/api/now/table/sc_req_item/" + TicketFixture.RECORD,
                "http://contoso.service-now.com/api/now/table/sc_req_item/" + TicketFixture.RECORD,
                "https://contoso.service-now.com/api/now/table/../../../sc_req_item/" + TicketFixture.RECORD,
                "https://contoso.service-now.com/api/now/table/sc_req_item/00000000000000000000000000000000",
                "https://contoso.service-now.com/api/now/table/sc_req_item/" + TicketFixture.RECORD + "?a=b",
                "file:///etc/passwd",
                ""
            })
    void callsNothingButTheTicketsRecordAtAnAllowedOrigin(String callback) {
        TicketAnswer answer = TicketFixture.answer(OrderStatus.COMPLETED, callback);

        assertThatThrownBy(() -> desk.answer(answer)).isInstanceOf(TicketUndeliverable.class);
        assertThat(SERVICENOW.getAllServeEvents()).isEmpty();
    }

    @Test
    void cannotAnswerATicketWithoutCallback() {
        assertThatThrownBy(() -> desk.answer(TicketFixture.answer(OrderStatus.COMPLETED, null)))
                .isInstanceOf(TicketUndeliverable.class);
    }

    @Test
    void doesNotPrintItsToken() {
        var properties = new ServiceNowProperties(
                List.of(URI.create("https://contoso.service-now.com")),
                "a-token",
                Duration.ofSeconds(1),
                new ServiceNowProperties.States("2", "3", "4"));

        assertThatCode(properties::toString).doesNotThrowAnyException();
        assertThat(properties.toString()).doesNotContain("a-token");
    }

    private static void answerWith(int status) {
        SERVICENOW.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(status).withBody("{\"result\":{}}")));
    }

    private static TicketAnswer answer(OrderStatus status, String... reasons) {
        return TicketFixture.answer(status, SERVICENOW.baseUrl() + PATH, reasons);
    }
}
