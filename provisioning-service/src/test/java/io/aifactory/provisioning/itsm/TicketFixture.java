package io.aifactory.provisioning.itsm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.provisioning.order.OrderStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Tickets as ServiceNow sends them, and answers to them. */
public final class TicketFixture {

    public static final String RECORD = "5a7e93d0db3f1910a3c5f0e1ca961977";

    private static final String TICKET = """
            {
              "event": "catalog_item.approved", "source": "servicenow", "instance": "contoso", "schemaVersion": "1",
              "table": "sc_req_item", "sys_id": "5a7e93d0db3f1910a3c5f0e1ca961977", "number": "RITM0010588",
              "request": {"sys_id": "1c4f82d0db3f1910a3c5f0e1ca961971", "number": "REQ0010402"},
              "cat_item": {"sys_id": "8b2d6e14db7b1910a3c5f0e1ca9619c0", "name": "Order AI Factory project"},
              "state": "2", "stage": "fulfillment", "approval": "approved",
              "opened_at": "2026-11-20 08:05:31", "sys_updated_on": "2026-11-20 09:20:02", "sys_mod_count": "6",
              "opened_by": {"user_name": "pm.anna", "email": "anna@contoso.com"},
              "requested_for": {"user_name": "pm.anna", "email": "anna@contoso.com"},
              "variables": {
                "project_display_name": "HR attrition", "project_type": "esml", "environments": "dev,test,prod",
                "cost_center": "4711", "data_classification": "confidential", "region": "westeurope",
                "technical_contact_email": "lead@contoso.com",
                "ad_group_object_ids": "22222222-2222-2222-2222-222222222222",
                "enable_databricks": "true", "enable_aks": "true", "monthly_budget_eur": "3000"
              },
              "callback": {
                "method": "PATCH",
                "url": "https://contoso.service-now.com/api/now/table/sc_req_item/5a7e93d0db3f1910a3c5f0e1ca961977"
              }
            }
            """;

    private static final String MODELS = """
            [{"name": "11_attrition_model_clas", "label": "left", "key": "person_id", "datasets": [{"name": "ds01_people"}]},
             {"name": "12_salary_model_reg", "label": "salary", "key": "person_id", "datasets": [{"name": "ds01_people"}],
              "training": {"folds": 3}}]
            """;

    private TicketFixture() {}

    /** Returns a valid ticket with people and models. */
    public static ObjectNode ticket() {
        ObjectNode ticket = bareTicket();
        ticket.withObject("/variables")
                .put("members", "bo@contoso.com:approver, eve@contoso.com:member")
                .put("models", MODELS);
        return ticket;
    }

    /** Returns a valid ticket of the given number. */
    public static ObjectNode ticket(int number) {
        ObjectNode ticket = ticket();
        String record = "%032x".formatted(number);
        ticket.put("number", "RITM%07d".formatted(number)).put("sys_id", record);
        return ticket;
    }

    /** Returns a valid ticket that names neither people nor models. */
    public static ObjectNode bareTicket() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(TICKET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(ObjectNode ticket) {
        return ticket.toString().getBytes(UTF_8);
    }

    /** Returns the first answer of a ticket with the given callback. */
    public static TicketAnswer answer(OrderStatus status, String callback, String... reasons) {
        var ticket = new Ticket("servicenow", "contoso", RECORD, "RITM0010588", callback);
        ProjectId project = status == OrderStatus.REJECTED ? null : ProjectId.of(1);
        return new TicketAnswer(ticket, 1, ticket.orderId(), status, project, List.of(reasons), Instant.EPOCH);
    }
}
