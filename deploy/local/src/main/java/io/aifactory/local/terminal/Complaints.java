package io.aifactory.local.terminal;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, in words for people, on standard error; a trace only when {@code FACTORY_TRACE} is set. */
public final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception problem, CommandLine verb, ParseResult arguments) {
        if (System.getenv("FACTORY_TRACE") != null) {
            problem.printStackTrace(verb.getErr());
        }
        if (problem instanceof Refusal refusal) {
            say(verb.getErr(), refusal);
            return refusal.exitCode().code();
        }
        verb.getErr().println("This should not have happened: " + problem + ". FACTORY_TRACE=1 shows where.");
        return ExitCode.REFUSED.code();
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        var verb = problem.getCommandLine();
        var err = verb.getErr();
        err.println(problem.getMessage());
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Help: ./factory %s--help".formatted(name(verb)));
        return ExitCode.USAGE.code();
    }

    private static String name(CommandLine verb) {
        return verb.getParent() == null ? "" : name(verb.getParent()) + verb.getCommandName() + " ";
    }

    private static void say(PrintWriter err, Refusal refusal) {
        err.println(refusal.getMessage());
        refusal.reasons().stream()
                .filter(reason -> !String.valueOf(refusal.getMessage()).contains(reason))
                .forEach(reason -> err.println("  - " + reason));
    }
}
