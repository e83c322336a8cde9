package io.aifactory.training.automl;

import java.util.Map;

/**
 * A library with one choice of its parameters.
 *
 * @param name its name on the leaderboard
 * @param library who trains it
 * @param parameters the library's own parameters by the library's own names
 */
public record Candidate(String name, Library library, Map<String, String> parameters) {

    public Candidate {
        parameters = Map.copyOf(parameters);
    }
}
