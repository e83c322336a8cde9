package io.aifactory.local.queries;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a query away. */
@Command(
        name = "remove",
        description = {
            "Take a query away: from now on that of dev counts, or in dev the rows as they are.",
            "",
            "For members of the project."
        })
final class RemoveQuery implements Callable<Integer> {

    @Mixin
    private QueryChoice choice = new QueryChoice();

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        FactoryApi.as(signIn).delete(ServiceName.LAKE, choice.path());
        output.answer(
                Map.of("removed", true), List.of("No query of its own makes %s any more.".formatted(choice.what())));
        return 0;
    }
}
