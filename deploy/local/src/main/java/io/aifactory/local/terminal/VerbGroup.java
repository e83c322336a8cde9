package io.aifactory.local.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A verb that does nothing by itself: called without one of its own verbs, it complains and names them. */
public abstract class VerbGroup implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() {
        CommandLine verb = spec.commandLine();
        throw new ParameterException(
                verb,
                "Say what to do: " + String.join(", ", verb.getSubcommands().keySet()) + ".");
    }
}
