package io.aifactory.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.rest.ServicesAtHand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FactoryTests {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void useAFactoryThatIsNotUp() {
        System.setProperty("factory.home", folder.resolve("home").toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("factory.home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "put",
                "approve",
                "reject 4711",
                "promote 11_x_reg --project project001 --version two --to test",
                "score --project project001",
                "score --project project001 --model 11_x_reg --caller me",
                "score --project project001 --model 11_x_reg --caller me --key secret --row {\"a\":1}",
                "up --ports some",
                "logs lake -n -5",
                "up --without laek",
                "order",
                "put a.csv --project project001 --model 11_x_reg --dataset ds01_a --version 1",
                "models project001 --version 1",
                "share master/se/a/b --with project001",
                "subscribe shr-3f9a1c7e02bd --model 11_x_reg --reason why",
                "revoke prm-3f9a1c7e02bd --reason why",
                "share-back",
                "master describe master/se/a/b",
                "dead-letters",
                "dead-letters show 42",
                "dead-letters show attic-service/42",
                "dead-letters list --service attic",
                "dead-letters resubmit",
                "dead-letters resubmit lake-service/42 --all",
                "dead-letters resubmit --all --group 0123456789ab",
                "dead-letters discard --all",
                "sql project001",
                "sql project001 @missing.sql --csv --json",
                "query",
                "query set project001 11_x_reg",
                "nonsense"
            })
    void answersWrongUseWithExitCodeTwo(String line) {
        var exitCode = run(line.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(said.toString()).isNotBlank().doesNotContain("at io.aifactory");
    }

    @ParameterizedTest
    @CsvSource({"qurey, ./factory query", "query shwo, ./factory query show", "dead-leters, ./factory dead-letters"})
    void saysWhichVerbWasMeant(String line, String meant) {
        run(line.split(" "));

        assertThat(said.toString()).contains("Did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "projects",
                "dead-letters list",
                "datasets project001",
                "promotions project001",
                "approve 4711",
                "events"
            })
    void saysWithExitCodeThreeThatTheFactoryIsNotUp(String line) {
        var exitCode = run(line.split(" "));

        assertThat(exitCode).isEqualTo(3);
        assertThat(said.toString()).contains("./factory up");
    }

    @Test
    void refusesATicketThatIsNoJson() throws Exception {
        var file = Files.writeString(folder.resolve("ticket.json"), "number: RITM1");

        var exitCode = run("order", file.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("is no JSON");
    }

    @Test
    void refusesATicketNobodyCouldAnswer() throws Exception {
        var file = Files.writeString(folder.resolve("ticket.json"), "{\"variables\": {}, \"approval\": \"requested\"}");

        var exitCode = run("order", file.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("number", "instance", "sys_id", "not approved");
    }

    @Test
    void putsNothingIntoTheLakeForAWrongName() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "id,x\n1,2\n");

        var exitCode = run("put", file.toString(), "--project=../etc", "--model=11_x_reg", "--dataset=ds01_a");

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("project");
        assertThat(folder.resolve("home/lake")).doesNotExist();
    }

    @Test
    void deliversNoModelToAProjectThatDoesNotExist() throws Exception {
        var model = Files.writeString(folder.resolve("line.onnx"), "a model");

        var exitCode = deliver(model, "project999", "11_x_reg");

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("There is no such project");
        assertThat(folder.resolve("home/lake")).doesNotExist();
    }

    @Test
    void deliversNoModelTheProjectDoesNotHave() throws Exception {
        var model = Files.writeString(folder.resolve("line.onnx"), "a model");

        var exitCode = deliver(model, "project001", "12_y_reg");

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("project001 has no model '12_y_reg'. It has: 11_x_reg");
        assertThat(folder.resolve("home/lake")).doesNotExist();
    }

    private int deliver(Path file, String project, String model) throws IOException {
        var home = new FactoryHome(folder.resolve("home"), folder);
        try (var services = new ServicesAtHand(home)) {
            services.with("/projects/project001", "{\"models\":[\"11_x_reg\"]}");
            return run(
                    "pipeline-run", file.toString(), "--project=" + project, "--model=" + model, "--features=age,sex");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"awaiting approval", "AWAITING_APPROVAL", "Awaiting-Approval"})
    void takesAStateAsItIsShownOrAsItIsNamed(String state) throws IOException {
        var home = new FactoryHome(folder.resolve("home"), folder);
        try (var services = new ServicesAtHand(home)) {
            services.with("/projects/project001/promotions", "[]");

            var exitCode = run("promotions", "project001", "--state", state);

            assertThat(exitCode).isZero();
            assertThat(services.lastQuery()).isEqualTo("state=AWAITING_APPROVAL");
        }
    }

    @Test
    void asksForTheLineageOfWhateverBelongsToAProject() throws IOException {
        var home = new FactoryHome(folder.resolve("home"), folder);
        try (var services = new ServicesAtHand(home)) {
            services.with("/projects/project001/lineage", "{\"start\":[\"project001/11_x_reg/gold/test/v2\"]}");

            var exitCode = run("lineage", "project001/11_x_reg/gold/v2", "--env", "test", "--direction", "upstream");

            assertThat(exitCode).isZero();
            assertThat(services.lastQuery())
                    .isEqualTo("node=project001/11_x_reg/gold/v2&environment=test&direction=upstream");
        }
    }

    @Test
    void saysHowSomethingWithLineageIsNamed() {
        assertThat(run("lineage", "gold/v2")).isEqualTo(1);
        assertThat(said.toString())
                .contains(
                        "'gold/v2' does not begin with a project",
                        "11_diabetes_model_reg/model/3",
                        "its path in the lake");
    }

    @Test
    void stopsWhatDoesNotRunWithoutComplaint() {
        assertThat(run("down")).isZero();
    }

    @Test
    void teachesEveryVerb() {
        assertThatAllAreTaught(Factory.commandLine());
    }

    private static void assertThatAllAreTaught(CommandLine parent) {
        for (CommandLine verb : parent.getSubcommands().values()) {
            assertThat(verb.getUsageMessage())
                    .contains("Usage: " + verb.getCommandSpec().qualifiedName());
            assertThat(verb.getCommandSpec().usageMessage().description()).isNotEmpty();
            assertThatAllAreTaught(verb);
        }
    }

    private int run(String... arguments) {
        return Factory.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
    }
}
