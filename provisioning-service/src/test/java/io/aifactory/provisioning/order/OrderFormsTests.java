package io.aifactory.provisioning.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.provisioning.form.Form;
import io.aifactory.provisioning.settings.ModelForms;
import io.aifactory.provisioning.settings.ModelFormsFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFormsTests {

    static final String VALID = """
            {
              "displayName": "Diabetes progression",
              "owner": "anna@contoso.com",
              "costCenter": "4711",
              "environments": ["dev", "test", "prod"],
              "members": [{"person": "bo@contoso.com", "role": "approver"}, {"person": "eve@contoso.com", "role": "member"}],
              "models": [{
                "name": "11_diabetes_model_reg", "label": "progression", "key": "person_id",
                "datasets": [{"name": "ds01_measurements", "rules": [{"column": "age", "type": "integer", "required": true, "min": 0, "max": 120}]},
                             {"name": "ds02_blood_serum"}]
              }]
            }
            """;

    private final ModelForms models = ModelFormsFixture.withEnterpriseDefaults();
    private final OrderForms forms = new OrderForms(models);

    @Test
    void readsAValidOrder() {
        OrderTerms terms = read(VALID);

        assertThat(terms.displayName()).isEqualTo("Diabetes progression");
        assertThat(terms.environments()).containsExactly(EnvironmentTier.values());
        assertThat(terms.members())
                .containsExactly(
                        new Member("anna@contoso.com", ProjectRole.LEAD),
                        new Member("bo@contoso.com", ProjectRole.APPROVER),
                        new Member("eve@contoso.com", ProjectRole.MEMBER));
        assertThat(terms.models()).hasSize(1);
    }

    @Test
    void takesWhoOrdersForTheOwnerIfNobodyIsNamed() {
        OrderTerms terms = read(VALID.replace("\"owner\": \"anna@contoso.com\",", ""));

        assertThat(terms.owner()).isEqualTo("carl@contoso.com");
        assertThat(terms.members()).contains(new Member("carl@contoso.com", ProjectRole.LEAD));
    }

    @Test
    void saysEveryReasonAtOnce() {
        List<String> reasons = reasonsAgainst("""
                {
                  "displayName": " ",
                  "owner": "not a person",
                  "costcenter": "4711",
                  "environments": ["dev", "prod", "stage"],
                  "members": [{"person": "bo@contoso.com", "role": "boss"}, {"person": "bo@contoso.com"}],
                  "models": [{
                    "name": "diabetes", "label": "id", "key": "id", "datasets": [{"name": "measurements"}],
                    "split": {"train": 0.9}, "training": {"fold": 3}
                  }]
                }
                """);

        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        "costcenter is unknown; did you mean costCenter?",
                        "displayName is missing",
                        "costCenter is missing",
                        "owner: person 'not a person' is not a sign-in name such as bo@contoso.com",
                        "environments: environment 'stage' is not one of dev, test, prod",
                        "members[0].role: role 'boss' is not one of lead, member, approver",
                        "members[1].role is missing",
                        "models[0].name: model 'diabetes' is not two digits, a lower-case name and _clas or _reg,"
                                + " such as 11_diabetes_model_reg",
                        "models[0].label is the key 'id' too; a model cannot learn what identifies a row",
                        "models[0].datasets[0].name: dataset 'measurements' is not 'ds', two digits and a lower-case"
                                + " name, such as ds01_diabetes",
                        "models[0].training.fold is unknown; did you mean folds?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                   | environments is empty; choose from dev, test, prod",
                "['dev','dev']        | environments names an environment twice",
                "['test']             | environments lacks dev, where models are trained",
                "['dev','prod']       | environments has prod without test; a model goes from dev to test to prod",
                "['dev','staging']    | environments: environment 'staging' is not one of dev, test, prod",
                "'dev'                | environments is no list"
            },
            quoteCharacter = '~')
    void refusesEnvironmentsNoModelCanGoThrough(String environments, String reason) {
        String order = VALID.replace("[\"dev\", \"test\", \"prod\"]", environments.replace('\'', '"'));

        assertThat(reasonsAgainst(order)).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "bo@contoso.com, member",
        "anna@contoso.com, approver",
        "ANNA@contoso.com, approver",
    })
    void refusesAnOrderWithoutAnApproverOtherThanTheOwner(String person, String role) {
        String order = VALID.replace(
                "\"bo@contoso.com\", \"role\": \"approver\"", "\"%s\", \"role\": \"%s\"".formatted(person, role));

        assertThat(reasonsAgainst(order))
                .containsExactly("members has no approver other than the owner, but models need a person's approval");
    }

    @Test
    void needsNoApproverWhereNothingIsApproved() {
        String order = VALID.replace("\"role\": \"approver\"", "\"role\": \"member\"")
                .replace("[\"dev\", \"test\", \"prod\"]", "[\"dev\"]");

        assertThat(read(order).environments()).containsExactly(EnvironmentTier.DEV);
    }

    @Test
    void refusesAMemberTwiceInTheSameRole() {
        String order = VALID.replace(
                "\"eve@contoso.com\", \"role\": \"member\"", "\"bo@contoso.com\", \"role\": \"approver\"");

        assertThat(reasonsAgainst(order)).containsExactly("members[1]: bo@contoso.com is approver twice");
    }

    @Test
    void takesAnOrderWithoutModels() {
        OrderTerms terms = read("{\"displayName\": \"a\", \"costCenter\": \"1\", \"environments\": [\"dev\"]}");

        assertThat(terms.models()).isEmpty();
    }

    private OrderTerms read(String order) {
        return forms.read(Form.parse(order.getBytes(UTF_8)), "carl@contoso.com");
    }

    private List<String> reasonsAgainst(String order) {
        return catchThrowableOfType(InvalidOrder.class, () -> read(order)).reasons();
    }
}
