package io.aifactory.local.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back what was given. */
@Command(
        name = "revoke",
        description = {
            "Take a share back, end a subscription, or withdraw what is given back to master.",
            "",
            "A share that is revoked can't be read any more, and brings no further versions. What was copied stays."
        },
        footer = {
            "",
            "Examples:",
            "  ./factory revoke shr-3f9a1c7e02bd --reason 'the study has ended' --as ann@contoso.com",
            "  ./factory revoke sub-0b51c2d4e6f8 --reason 'not used any more'"
        })
public final class Revoke implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "A share (shr-), a subscription (sub-) or an offer (bck-).")
    private String id = "";

    @Option(names = "--reason", required = true, description = "Why. It is recorded.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        JsonNode answer = FactoryApi.as(signIn).post(ServiceName.LAKE, path(), Map.of("reason", reason));
        output.answer(answer, List.of(id + " is no longer in force."));
        return 0;
    }

    private ResourcePath path() {
        String kind = id.replaceFirst("-.*", "");
        return switch (kind) {
            case "shr" -> ResourcePath.of("shares", id, "revoke");
            case "sub" -> ResourcePath.of("subscriptions", id, "end");
            case "bck" -> ResourcePath.of("share-backs", id, "withdraw");
            default ->
                throw Refusal.usage(
                        "'%s' is no share (shr-...), subscription (sub-...) or offer (bck-...).".formatted(id));
        };
    }
}
