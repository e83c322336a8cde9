package io.aifactory.provisioning.itsm.servicenow;

import static io.aifactory.provisioning.itsm.TicketFixture.bareTicket;
import static io.aifactory.provisioning.itsm.TicketFixture.bytes;
import static io.aifactory.provisioning.itsm.TicketFixture.ticket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.provisioning.itsm.ReceivedTicket;
import io.aifactory.provisioning.itsm.Ticket;
import io.aifactory.provisioning.order.InvalidOrder;
import io.aifactory.provisioning.order.OrderFormsFixture;
import io.aifactory.provisioning.order.OrderTerms;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNowTicketsTests {

    private final ServiceNowTickets tickets = new ServiceNowTickets(new TicketSchema());

    @Test
    void readsWhichTicketItIs() {
        ReceivedTicket received = tickets.read(bytes(ticket()));

        assertThat(received.approved()).isTrue();
        assertThat(received.requestedBy()).isEqualTo("anna@contoso.com");
        assertThat(received.ticket())
                .isEqualTo(new Ticket(
                        "servicenow",
                        "contoso",
                        "5a7e93d0db3f1910a3c5f0e1ca961977",
                        "RITM0010588",
                        "https://contoso.service-now.com/api/now/table/sc_req_item/5a7e93d0db3f1910a3c5f0e1ca961977"));
    }

    @Test
    void readsTheOrderFromTheVariables() {
        OrderTerms terms = terms(ticket());

        assertThat(terms.displayName()).isEqualTo("HR attrition");
        assertThat(terms.owner()).isEqualTo("anna@contoso.com");
        assertThat(terms.costCenter()).isEqualTo("4711");
        assertThat(terms.environments()).extracting(Object::toString).containsExactly("dev", "test", "prod");
        assertThat(terms.members())
                .extracting(member -> member.person() + ":" + member.role())
                .containsExactly(
                        "anna@contoso.com:lead",
                        "bo@contoso.com:approver",
                        "eve@contoso.com:member",
                        "lead@contoso.com:lead");
        assertThat(terms.models())
                .extracting(model -> model.name().value())
                .containsExactly("11_attrition_model_clas", "12_salary_model_reg");
    }

    @Test
    void takesATicketWithoutPeopleAndModels() {
        OrderTerms terms = terms(bareTicket());

        assertThat(terms.models()).isEmpty();
    }

    @Test
    void saysEveryReasonInTheTicketsOwnWords() {
        ObjectNode ticket = ticket();
        ticket.withObject("/variables")
                .put("project_display_name", "")
                .put("enviroments", "dev")
                .put("environments", "dev,stage")
                .put("monthly_budget_eur", "a lot")
                .put("members", "bo@contoso.com")
                .put("models", "[{")
                .remove("cost_center");

        assertThat(reasonsAgainst(ticket))
                .containsExactlyInAnyOrder(
                        "variables.monthly_budget_eur: does not match the regex pattern ^(\\d+(\\.\\d+)?)?$",
                        "enviroments is unknown; did you mean environments?",
                        "models is no JSON list (line 1, column 3)",
                        "project_display_name is missing",
                        "cost_center is missing",
                        "environments: environment 'stage' is not one of dev, test, prod",
                        "members[0].role is missing");
    }

    @Test
    void saysWhichValuesAreNoTexts() {
        ObjectNode ticket = ticket();
        ticket.withObject("/variables").put("cost_center", 4711);

        assertThat(reasonsAgainst(ticket)).containsExactly("variables.cost_center: integer found, string expected");
    }

    @Test
    void leavesTicketsAloneThatAreNotApproved() {
        assertThat(tickets.read(bytes(ticket().put("approval", "requested"))).approved())
                .isFalse();
        assertThat(tickets.read(bytes(ticket().put("approval", "rejected"))).approved())
                .isFalse();
    }

    @Test
    void cannotUseATicketNobodyCouldBeAnsweredFor() {
        ObjectNode missing = ticket();
        missing.remove("number");
        ObjectNode malformed = ticket().put("number", "../../etc");

        assertThatThrownBy(() -> tickets.read(bytes(missing)))
                .isInstanceOf(Unprocessable.class)
                .hasMessageContaining("no usable number");
        assertThatThrownBy(() -> tickets.read(bytes(malformed))).isInstanceOf(Unprocessable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys_id", "instance", "variables"})
    void rejectsATicketThatLacksWhatTheContractRequires(String field) {
        ObjectNode ticket = ticket();
        ticket.remove(field);

        assertThat(tickets.read(bytes(ticket)).ticket().number()).isEqualTo("RITM0010588");
        assertThat(reasonsAgainst(ticket)).contains("required property '%s' not found".formatted(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no JSON", "{"})
    void cannotUseWhatIsNoJsonObject(String message) {
        assertThatThrownBy(() -> tickets.read(message.getBytes(UTF_8))).isInstanceOf(Unprocessable.class);
    }

    private OrderTerms terms(ObjectNode ticket) {
        ReceivedTicket received = tickets.read(bytes(ticket));
        return OrderFormsFixture.forms().read(received.order(), received.requestedBy());
    }

    private List<String> reasonsAgainst(ObjectNode ticket) {
        return Assertions.catchThrowableOfType(InvalidOrder.class, () -> terms(ticket))
                .reasons();
    }
}
