package io.aifactory.local.sharing;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on an offer. */
@Command(name = "decline", description = "Decline an offer, as somebody in the core team.")
final class Decline implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The offer, as list shows it.")
    private String id = "";

    @Option(names = "--reason", required = true, description = "Why. It is recorded.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var offer = FactoryApi.as(signIn)
                .post(ServiceName.LAKE, ResourcePath.of("share-backs", id, "decline"), Map.of("reason", reason));
        output.answer(offer, List.of("Offer %s is declined.".formatted(id)));
        return 0;
    }
}
