package io.aifactory.local.deadletters;

import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Discards dead letters. */
@Command(
        name = "discard",
        description = "Put dead letters out of sight for a reason, which is recorded with who and when.",
        footer = {
            "",
            "Examples:",
            "  ./factory dead-letters discard lake-service/42 --reason 'the file was a test'",
            "  ./factory dead-letters discard --group 3f9a1c7e02bd --service lake --reason 'the project is gone'"
        })
final class Discard implements Callable<Integer> {

    @Mixin
    private Targets targets = new Targets();

    @Option(names = "--reason", required = true, description = "Why.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var acting = new Acting(FactoryApi.as(signIn), "discard", "discarded", Map.of("reason", reason));
        return targets.act(acting, "discarded", output).code();
    }
}
