package io.aifactory.provisioning.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTests {

    @Test
    void gathersEveryReasonWithItsPath() {
        Form form = form("{\"name\": 7, \"parts\": [{\"size\": \"big\"}, 3], \"on\": \"yes\"}");

        form.text("name");
        form.items("parts").forEach(part -> part.number("size"));
        form.flag("on");

        assertThat(form.reasons())
                .containsExactly(
                        "name is no text",
                        "parts[1] is no object",
                        "parts[0].size is no number",
                        "on is neither true nor false");
    }

    @Test
    void namesTheNearestKeyForAnUnknownOne() {
        Form form = form("{\"enviroments\": [], \"xyzzy\": 1}");

        form.knowing(List.of("environments", "members"));

        assertThat(form.reasons())
                .containsExactly("enviroments is unknown; did you mean environments?", "xyzzy is unknown");
    }

    @Test
    void saysOnceThatARequiredTextIsMissing() {
        Form form = form("{\"blank\": \"  \", \"number\": 1}");

        form.requiredText("blank", 10);
        form.requiredText("absent", 10);
        form.requiredText("number", 10);

        assertThat(form.reasons()).containsExactly("blank is missing", "absent is missing", "number is no text");
    }

    @Test
    void refusesTextsThatAreTooLongOrHaveControlCharacters() {
        Form form = Form.of(Map.of("long", "x".repeat(11), "bell", "a\u0007b"), Map.of());

        form.requiredText("long", 10);
        form.requiredText("bell", 10);

        assertThat(form.reasons()).hasSize(2).allMatch(reason -> reason.contains("longer than 10 characters"));
    }

    @Test
    void notesNothingUnprintable() {
        Form form = Form.of(Map.of("a\u0000b", 1), Map.of());

        form.knowing(List.of());

        assertThat(form.reasons()).containsExactly("a?b is unknown");
    }

    @Test
    void keepsWhatCanBeParsedFromAList() {
        Form form = form("{\"environments\": [\"dev\", \"stage\", 1]}");

        List<EnvironmentTier> environments = form.parsedList("environments", EnvironmentTier::of);

        assertThat(environments).containsExactly(EnvironmentTier.DEV);
        assertThat(form.reasons())
                .containsExactly(
                        "environments: environment 'stage' is not one of dev, test, prod",
                        "environments holds something that is no text");
    }

    @Test
    void showsKeysByTheNamesPeopleKnow() {
        Form form = Form.of(Map.of(), Map.of("displayName", "project_display_name"));

        form.requiredText("displayName", 10);

        assertThat(form.reasons()).containsExactly("project_display_name is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{\"a\":1,\"a\":2}", "{} {}"})
    void refusesWhatIsNoSingleJsonObject(String json) {
        assertThatThrownBy(() -> form(json)).isInstanceOf(UnreadableForm.class);
    }

    private static Form form(String json) {
        return Form.parse(json.getBytes(UTF_8));
    }
}
