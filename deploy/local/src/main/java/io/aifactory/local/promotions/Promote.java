package io.aifactory.local.promotions;

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

/** Asks for a promotion by hand. */
@Command(
        name = "promote",
        description = "Ask for a model version to be promoted to the next environment: dev, test, prod, in this order.",
        footer = {"", "Example:", "  ./factory promote 11_diabetes_model_reg --project project001 --version 2 --to test"
        })
public final class Promote implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Option(names = "--project", required = true, description = "Such as project001.")
    private String project = "";

    @Option(names = "--version", required = true, description = "Which version of the model.")
    private int version;

    @Option(names = "--to", required = true, description = "Where to: dev, test or prod.")
    private String to = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var asked = Map.of("model", model, "version", version, "to", to);
        var path = ResourcePath.of("projects", project, "promotions");
        var promotion = FactoryApi.as(signIn).post(ServiceName.PROMOTION, path, asked);
        output.answer(
                promotion,
                List.of("Promotion %s is %s."
                        .formatted(Fields.text(promotion, "promotionId"), Fields.lower(promotion, "state"))));
        return 0;
    }
}
