package io.aifactory.local.sharing;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows master. */
@Command(
        name = "master",
        description = {
            "Show the tables of master with their versions.",
            "",
            "A file that is put into master/{parent}/{dataset}/in/{yyyy/MM/dd}/ of a lake is added to the dataset's bronze and",
            "refined to silver, once the core team has described the dataset."
        },
        subcommands = {Describe.class, Versions.class, Landed.class},
        footer = {
            "",
            "Examples:",
            "  ./factory master",
            "  ./factory master describe master/se/sap_patients/ds01_diabetes --key person_id --reason 'new source'",
            "  ./factory master versions master/se/sap_patients/ds01_diabetes --env dev",
            "  ./factory master files master/se/sap_patients/ds01_diabetes"
        })
public final class Master implements Callable<Integer> {

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var tables = FactoryApi.as(signIn).get(ServiceName.LAKE, ResourcePath.of("master", "tables"));
        var table = Table.of("table", "env", "version", "rows", "bad rows", "committed at");
        Fields.items(tables)
                .forEach(one -> table.row(
                        Fields.text(one, "path"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "version"),
                        Fields.text(one, "rows"),
                        Fields.text(one, "badRows"),
                        Fields.time(one, "committedAt")));
        output.answer(tables, table, "No table yet. See ./factory master --help for how one comes about.");
        return 0;
    }
}
