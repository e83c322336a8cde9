package io.aifactory.local.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ServicesAtHand;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Complaints;
import io.aifactory.local.terminal.Output;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeadLettersTests {

    private static final String NOTHING = "{\"deadLetters\":[],\"total\":0}";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private ServicesAtHand services;

    @BeforeEach
    void serve() throws IOException {
        System.setProperty("factory.home", folder.toString());
        services = new ServicesAtHand(home()).with("/dead-letters", NOTHING);
    }

    @AfterEach
    void end() {
        services.close();
        System.clearProperty("factory.home");
    }

    @Test
    void asksAllServicesForWhatIsMeant() {
        assertThat(run("list", "--project", "project001", "--limit", "5")).isZero();

        assertThat(services.asked())
                .hasSize(5)
                .allMatch(asked -> asked.startsWith("GET /dead-letters?project=project001&limit=5&after=0"));
    }

    @Test
    void asksOneServiceIfToldSo() {
        assertThat(run("list", "--service", "lake-service")).isZero();

        assertThat(services.asked()).hasSize(1);
    }

    @Test
    void namesAServiceThatDoesNotAnswerAndShowsTheOthers() {
        services.without(ServiceName.TRAINING);

        assertThat(run("list")).isEqualTo(3);

        assertThat(services.asked()).hasSize(4);
    }

    @Test
    void saysThatTheFactoryIsAwayIfNobodyAnswers() {
        services.without(ServiceName.LAKE);

        assertThat(run("list", "--service", "lake")).isEqualTo(3);
        assertThat(said.toString()).contains("./factory up");
    }

    @Test
    void showsOneByServiceAndNumber() {
        services.with("/dead-letters/42", "{\"seq\":42,\"status\":\"DEAD\"}");

        assertThat(run("show", "lake-service/42")).isZero();
        assertThat(run("show", "lake/43")).isEqualTo(1);
    }

    @Test
    void resubmitsSingleOnesWhereTheyAre() {
        services.with("/dead-letters/1/resubmit", "{\"resubmitted\":1}");
        services.with("/dead-letters/2/resubmit", "{\"resubmitted\":0}");

        assertThat(run("resubmit", "lake-service/1", "scoring-service/2")).isZero();

        assertThat(services.asked())
                .containsExactly("POST /dead-letters/1/resubmit {}", "POST /dead-letters/2/resubmit {}");
    }

    @Test
    void discardsAGroupForAReason() {
        services.with("/dead-letters/discard", "{\"discarded\":2000}");

        assertThat(run("discard", "--group", "0123456789ab", "--reason", "old", "--service", "lake"))
                .isZero();

        assertThat(services.asked()).singleElement().satisfies(asked -> assertThat(asked)
                .contains("\"group\":\"0123456789ab\"", "\"reason\":\"old\"")
                .doesNotContain("\"all\""));
    }

    @Test
    void sumsUpWhatIsDoneStepByStep() {
        var acting =
                new Acting(new FactoryApi(home(), SignIn.of("anna@contoso.com")), "resubmit", "resubmitted", Map.of());
        services.with("/dead-letters/resubmit", "{\"resubmitted\":2000,\"next\":7}")
                .then("/dead-letters/resubmit", "{\"resubmitted\":5}");

        var sum = acting.onAll(ServiceName.LAKE, new Choice());

        assertThat(acting.count(sum)).isEqualTo(2005);
        assertThat(services.asked())
                .hasSize(2)
                .allMatch(asked -> asked.contains("\"all\":true"))
                .last()
                .asString()
                .contains("\"after\":7");
    }

    @Test
    void endsWithOneIfSomeAreStillDead() {
        services.with(
                "/dead-letters/resubmit", "{\"resubmitted\":0,\"stillDead\":[{\"seq\":1,\"reason\":\"gibberish\"}]}");

        assertThat(run("resubmit", "--all", "--service", "lake")).isEqualTo(1);
    }

    @Test
    void aDryRunOnlyCounts() {
        assertThat(run("resubmit", "--all", "--dry-run")).isZero();

        assertThat(services.asked()).hasSize(5).allMatch(asked -> asked.startsWith("GET "));
    }

    @Test
    void everyLetterHasItsNameInJson() throws IOException {
        var page = Json.MAPPER.readTree("{\"deadLetters\":[{\"seq\":7,\"type\":\"test\"}]}");
        var answers = Answers.of(List.of(ServiceName.LAKE), new Output(), service -> page);

        assertThat(answers.elements(one -> one.path("deadLetters")).toString())
                .isEqualTo("[{\"service\":\"lake-service\",\"id\":\"lake-service/7\",\"seq\":7,\"type\":\"test\"}]");
    }

    @Test
    void whatOthersWroteCommandsNoTerminal() throws IOException {
        var letter = Json.MAPPER.readTree("{\"error\":\"\\u001b[2J gone \\u009b\"}");

        assertThat(Shown.text(letter, "error"))
                .doesNotContain("\u001b", "\u009b")
                .contains("gone");
    }

    private FactoryHome home() {
        return new FactoryHome(folder, folder);
    }

    private int run(String... arguments) {
        var complaints = new Complaints();
        return new CommandLine(new DeadLetters())
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints)
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
