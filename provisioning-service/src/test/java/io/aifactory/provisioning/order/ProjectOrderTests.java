package io.aifactory.provisioning.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectOrderTests {

    @Test
    void goesFromSubmittedToCompleted() {
        ProjectOrder order = submitted();

        order.accept(ProjectId.of(7));
        order.start();
        order.complete();

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.project()).isEqualTo(ProjectId.of(7));
    }

    @Test
    void keepsWhyItWasRejected() {
        ProjectOrder order = submitted();

        order.reject(List.of("no owner", "no cost center"));

        assertThat(order.reasons()).containsExactly("no owner", "no cost center");
        assertThat(order.project()).isNull();
    }

    @Test
    void isNeverAcceptedTwice() {
        ProjectOrder order = submitted();
        order.accept(ProjectId.of(7));

        assertThatIllegalStateException()
                .isThrownBy(() -> order.accept(ProjectId.of(8)))
                .withMessageContaining("is ACCEPTED and cannot become ACCEPTED");
        assertThat(order.project()).isEqualTo(ProjectId.of(7));
    }

    @Test
    void staysInItsFinalStatus() {
        ProjectOrder order = submitted();
        order.reject(List.of("no owner"));

        assertThatIllegalStateException().isThrownBy(order::start);
        assertThatIllegalStateException().isThrownBy(order::complete);
    }

    @Test
    void hasOneIdPerTicketAndPerKey() {
        var ofTicket = ProjectOrderId.ofTicket("servicenow", "contoso", "5a7e");

        assertThat(ofTicket).isEqualTo(ProjectOrderId.ofTicket("servicenow", "contoso", "5a7e"));
        assertThat(ofTicket).isNotEqualTo(ProjectOrderId.ofTicket("servicenow", "fabrikam", "5a7e"));
        assertThat(ProjectOrderId.ofKey("anna", "1")).isNotEqualTo(ProjectOrderId.ofKey("bo", "1"));
    }

    private static ProjectOrder submitted() {
        return ProjectOrder.submitted(
                ProjectOrderId.random(),
                new OrderSubmission(
                        "Diabetes",
                        "anna@contoso.com",
                        "4711",
                        List.of(EnvironmentTier.DEV),
                        "anna@contoso.com",
                        "f",
                        null,
                        Instant.EPOCH));
    }
}
