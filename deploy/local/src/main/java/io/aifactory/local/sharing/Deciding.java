package io.aifactory.local.sharing;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what becomes of an offer to master. */
abstract class Deciding implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The offer, as list shows it.")
    private String id = "";

    @Option(names = "--reason", required = true, description = "Why. It is recorded.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    private final String act;
    private final String done;

    Deciding(String act, String done) {
        this.act = act;
        this.done = done;
    }

    @Override
    public final Integer call() {
        var offer = FactoryApi.as(signIn)
                .post(ServiceName.LAKE, ResourcePath.of("share-backs", id, act), Map.of("reason", reason));
        output.answer(offer, List.of("Offer %s is %s.".formatted(id, done)));
        return 0;
    }
}
