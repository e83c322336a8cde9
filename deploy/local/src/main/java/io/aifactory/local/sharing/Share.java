package io.aifactory.local.sharing;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shares a dataset. */
@Command(
        name = "share",
        description = "Let another project read the silver of a dataset, until you revoke it.",
        footer = {
            "",
            "A project's dataset is shared by the project's lead, one of master by the core team.",
            "",
            "Examples:",
            "  ./factory share projects/project001/11_diabetes_model_reg/ds01_measurements --with project002 \\",
            "      --reason 'the same patients are in both studies' --as ann@contoso.com",
            "  ./factory share master/se/sap_patients/ds01_diabetes --with project001 --env prod --reason INC0010023"
        })
public final class Share implements Callable<Integer> {

    @Parameters(
            paramLabel = "DATASET",
            description = "projects/{project}/{model}/{dataset} or master/{parent}/{dataset}.")
    private String source = "";

    @Option(names = "--with", required = true, description = "The project that may read it.")
    private String project = "";

    @Option(names = "--env", defaultValue = "dev", description = "dev, test or prod. Default: dev.")
    private String environment = "dev";

    @Option(names = "--reason", required = true, description = "Why. It is recorded.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var share = FactoryApi.as(signIn)
                .post(
                        ServiceName.LAKE,
                        ResourcePath.of("shares"),
                        Map.of("source", source, "environment", environment, "project", project, "reason", reason));
        String id = Fields.text(share, "id");
        output.answer(
                share,
                List.of(
                        "%s may read %s in %s: %s.".formatted(project, source, environment, id),
                        "Its lead subscribes with: ./factory subscribe %s --reason '...'".formatted(id)));
        return 0;
    }
}
