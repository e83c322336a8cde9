package io.aifactory.provisioning.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectOrderRejected;
import io.aifactory.contracts.events.ProjectOrdered;
import io.aifactory.provisioning.ServiceDatabase;
import io.aifactory.provisioning.form.Form;
import io.aifactory.provisioning.member.MembersFixture;
import io.aifactory.provisioning.settings.ModelFormsFixture;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;

class ProjectOrderingTests {

    private final ServiceDatabase database = ServiceDatabase.fresh();
    private final List<FactoryEvent> published = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private final ProjectOrdering ordering = new ProjectOrdering(
            new ProjectOrders(database.client()),
            new ProjectNumbers(database.client()),
            MembersFixture.members(database.client(), published::add),
            ModelFormsFixture.configuredModels(database.client(), published::add),
            published::add,
            told::add,
            Clock.systemUTC());

    @Test
    void announcesTheProjectThenItsMembersThenItsModels() {
        place("one");

        assertThat(published)
                .extracting(Object::getClass)
                .containsExactly(ProjectOrdered.class, MembersChanged.class, ModelConfigured.class);
        assertThat(told).hasSize(1);
    }

    @Test
    void staysOneOrderHoweverOftenItIsPlaced() {
        ProjectOrder first = place("one");

        ProjectOrder second = place("one");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.project()).isEqualTo(ProjectId.of(1));
        assertThat(published).filteredOn(ProjectOrdered.class::isInstance).hasSize(1);
    }

    @Test
    void leavesNoGapWhereATransactionWasRolledBack() {
        place("one");
        assertThatThrownBy(() -> database.transaction().execute(this::placeAndFail))
                .hasMessage("killed");

        ProjectOrder next = place("three");

        assertThat(next.project()).isEqualTo(ProjectId.of(2));
    }

    @Test
    void rejectsOrdersWhenAllNumbersAreTaken() {
        database.client().sql("UPDATE project_number SET last = 998").update();

        ProjectOrder last = place("last");
        ProjectOrder tooMany = place("too many");

        assertThat(last.project()).isEqualTo(ProjectId.of(999));
        assertThat(tooMany.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(tooMany.reasons()).containsExactly("all 999 project numbers are taken");
        assertThat(published.get(published.size() - 1)).isInstanceOf(ProjectOrderRejected.class);
    }

    private Object placeAndFail(TransactionStatus status) {
        place("two");
        throw new IllegalStateException("killed");
    }

    private ProjectOrder place(String key) {
        OrderTerms terms =
                OrderFormsFixture.forms().read(Form.parse(OrderFormsTests.VALID.getBytes(UTF_8)), "anna@contoso.com");
        return ordering.place(OrderSource.of("anna@contoso.com", key, OrderFormsTests.VALID), terms);
    }
}
