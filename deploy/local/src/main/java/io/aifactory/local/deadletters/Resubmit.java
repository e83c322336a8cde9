package io.aifactory.local.deadletters;

import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resubmits dead letters. */
@Command(
        name = "resubmit",
        description = {
            "Let dead letters be handled again, each before all later ones of its project that still wait.",
            "What could not be read is read again. What is not dead any more is left alone, so doing it twice does no harm."
        },
        footer = {
            "",
            "Examples:",
            "  ./factory dead-letters resubmit lake-service/42 lake-service/43",
            "  ./factory dead-letters resubmit --group 3f9a1c7e02bd",
            "  ./factory dead-letters resubmit --all --dry-run"
        })
final class Resubmit implements Callable<Integer> {

    @Mixin
    private Targets targets = new Targets();

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var acting = new Acting(FactoryApi.as(signIn), "resubmit", "resubmitted", Map.of());
        return targets.act(acting, "resubmitted", output).code();
    }
}
