package io.aifactory.local.queries;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a query that counts. */
@Command(
        name = "show",
        description = "Show the query that counts: it goes to standard output, and where it lies to standard error.")
final class ShowQuery implements Callable<Integer> {

    @Mixin
    private QueryChoice choice = new QueryChoice();

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var query = FactoryApi.as(signIn).get(ServiceName.LAKE, choice.path());
        if (!output.json()) {
            output.progress("version %s, %s in %s"
                    .formatted(
                            Fields.text(query, "version"),
                            Fields.text(query, "path"),
                            Fields.text(query, "environment")));
        }
        output.answer(query, Fields.text(query, "sql").lines().toList());
        return 0;
    }
}
