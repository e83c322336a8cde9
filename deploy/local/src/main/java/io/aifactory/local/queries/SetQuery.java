package io.aifactory.local.queries;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a query count. */
@Command(
        name = "set",
        description = {
            "Let a query count from now on; the data is refined with it anew. Try it before: ./factory query try",
            "",
            "For members of the project."
        })
final class SetQuery implements Callable<Integer> {

    @Mixin
    private QueryChoice choice = new QueryChoice();

    @Parameters(index = "2", paramLabel = "FILE", description = "The query; - for standard input.")
    private String file = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var query = FactoryApi.as(signIn).putText(ServiceName.LAKE, choice.path(), SqlText.ofFile(file));
        output.answer(
                query,
                List.of("Version %s makes %s from now on: %s"
                        .formatted(Fields.text(query, "version"), choice.what(), Fields.text(query, "path"))));
        return 0;
    }
}
