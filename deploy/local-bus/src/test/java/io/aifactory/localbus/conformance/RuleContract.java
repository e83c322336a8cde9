package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.bodies;
import static io.aifactory.localbus.BusClients.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusRuleManagerClient;
import com.azure.messaging.servicebus.administration.models.CorrelationRuleFilter;
import com.azure.messaging.servicebus.administration.models.CreateRuleOptions;
import com.azure.messaging.servicebus.administration.models.RuleProperties;
import com.azure.messaging.servicebus.administration.models.SqlRuleFilter;
import org.junit.jupiter.api.Test;

interface RuleContract extends BusContract {

    @Test
    default void filtersByTheRulesOfTheMoment() {
        ServiceBusRuleManagerClient rules = bus().rules("offers", "changing");
        rules.createRule("cheap", new CreateRuleOptions(new SqlRuleFilter("price < 10")));
        rules.deleteRule("$Default");
        offer(5);
        offer(15);
        rules.createRule("red", new CreateRuleOptions(new CorrelationRuleFilter().setLabel("red")));
        bus().sender("offers").sendMessage(message("red").setSubject("red").setSessionId("s"));
        rules.deleteRule("cheap");
        offer(6);
        var shown = rules.listRules().stream().toList();

        rules.createRule("$Default", new CreateRuleOptions(new SqlRuleFilter("1=1")));
        rules.deleteRule("red");
        assertThat(shown).extracting(RuleProperties::getName).containsExactly("red");
        assertThat(shown.get(0).getFilter())
                .isInstanceOfSatisfying(CorrelationRuleFilter.class, filter -> assertThat(filter.getLabel())
                        .isEqualTo("red"));
        assertThat(bodies(bus().receiver("offers", "changing").peekMessages(10, 0)))
                .containsExactly("5", "red");
    }

    private void offer(int price) {
        var message = message(Integer.toString(price)).setSessionId("s");
        message.getApplicationProperties().put("price", price);
        bus().sender("offers").sendMessage(message);
    }

    @Test
    default void listsTheRuleOfTheConfiguration() {
        assertThat(bus().rules("news", "sport").listRules()).singleElement().satisfies(rule -> {
            assertThat(rule.getName()).isEqualTo("only-sport");
            assertThat(rule.getFilter())
                    .isInstanceOfSatisfying(SqlRuleFilter.class, filter -> assertThat(filter.getSqlExpression())
                            .isEqualTo("section IN ('football', 'tennis') AND rank < 3"));
        });
    }

    @Test
    default void refusesARuleThatExistsAndOneThatDoesNot() {
        ServiceBusRuleManagerClient rules = bus().rules("news", "sport");

        assertThatThrownBy(() -> rules.createRule("only-sport", new CreateRuleOptions(new SqlRuleFilter("1=1"))))
                .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                        .isEqualTo(ServiceBusFailureReason.MESSAGING_ENTITY_ALREADY_EXISTS));
        assertThatThrownBy(() -> rules.deleteRule("nothing"))
                .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                        .isEqualTo(ServiceBusFailureReason.MESSAGING_ENTITY_NOT_FOUND));
    }

    @Test
    default void refusesAFilterItCannotRead() {
        ServiceBusRuleManagerClient rules = bus().rules("news", "sport");

        assertThatThrownBy(() -> rules.createRule("broken", new CreateRuleOptions(new SqlRuleFilter("price <"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(rules.listRules()).hasSize(1);
    }
}
