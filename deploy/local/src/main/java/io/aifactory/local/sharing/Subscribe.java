package io.aifactory.local.sharing;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Subscribes to a dataset. */
@Command(
        name = "subscribe",
        description = "Be told of each new version of a dataset that is shared with your project.",
        footer = {
            "",
            "With --model and --dataset each version is also copied into that dataset of yours and refined like any file.",
            "The project's lead subscribes. ./factory shares shows what there is.",
            "",
            "Examples:",
            "  ./factory subscribe shr-3f9a1c7e02bd --reason 'to compare with ours'",
            "  ./factory subscribe shr-3f9a1c7e02bd --model 11_diabetes_model_reg --dataset ds02_serum --reason 'we train on it'"
        })
public final class Subscribe implements Callable<Integer> {

    @Parameters(paramLabel = "SHARE", description = "The share, as shares shows it.")
    private String share = "";

    @Option(names = "--model", description = "The model of the dataset to copy into.")
    private @Nullable String model;

    @Option(names = "--dataset", description = "The dataset to copy into.")
    private @Nullable String dataset;

    @Option(names = "--reason", required = true, description = "Why. It is recorded.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if ((model == null) != (dataset == null)) {
            throw Refusal.usage("--model and --dataset go together: they say where each version is copied to.");
        }
        var wish = new HashMap<String, Object>();
        wish.put("reason", reason);
        if (model != null && dataset != null) {
            wish.put("model", model);
            wish.put("dataset", dataset);
        }
        var subscription =
                FactoryApi.as(signIn).post(ServiceName.LAKE, ResourcePath.of("shares", share, "subscriptions"), wish);
        output.answer(
                subscription,
                List.of("Subscribed: %s. Versions come as events: ./factory events -f"
                        .formatted(Fields.text(subscription, "id"))));
        return 0;
    }
}
