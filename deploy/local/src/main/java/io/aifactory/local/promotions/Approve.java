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

/** Approves a promotion. */
@Command(
        name = "approve",
        description = "Approve a promotion that waits for a decision, as somebody other than who asked for it.",
        footer = {"", "Example:", "  ./factory approve prm-3f9a1c7e02bd --as bo@contoso.com --comment 'looks good'"})
public final class Approve implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The promotion, as promotions shows it.")
    private String id = "";

    @Option(names = "--comment", description = "What you want to say with it.")
    private String comment = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("promotions", id, "approve");
        var promotion = FactoryApi.as(signIn).post(ServiceName.PROMOTION, path, Map.of("comment", comment));
        output.answer(
                promotion,
                List.of("Promotion %s is %s, decided by %s."
                        .formatted(id, Fields.lower(promotion, "state"), Fields.text(promotion, "decidedBy"))));
        return 0;
    }
}
