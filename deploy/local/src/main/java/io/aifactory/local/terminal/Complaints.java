package io.aifactory.local.terminal;

import io.aifactory.contracts.access.NearestNames;
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
        if (problem instanceof UnmatchedArgumentException unmatched) {
            suggest(unmatched, verb);
        }
        err.println("Help: %s --help".formatted(called(verb)));
        return ExitCode.USAGE.code();
    }

    private static void suggest(UnmatchedArgumentException unmatched, CommandLine verb) {
        if (unmatched.isUnknownOption() || verb.getSubcommands().isEmpty()) {
            UnmatchedArgumentException.printSuggestions(unmatched, verb.getErr());
        } else {
            NearestNames.meant(
                            unmatched.getUnmatched().get(0),
                            verb.getSubcommands().keySet())
                    .ifPresent(meant -> verb.getErr().println("Did you mean %s %s?".formatted(called(verb), meant)));
        }
    }

    /** Benchmarks are a program of their own, which people start as a verb too. */
    private static String called(CommandLine verb) {
        String name = verb.getCommandSpec().qualifiedName(" ");
        return name.equals("factory") || name.startsWith("factory ") ? "./" + name : "./factory " + name;
    }

    private static void say(PrintWriter err, Refusal refusal) {
        err.println(refusal.getMessage());
        refusal.reasons().stream()
                .filter(reason -> !String.valueOf(refusal.getMessage()).contains(reason))
                .forEach(reason -> err.println("  - " + reason));
    }
}
