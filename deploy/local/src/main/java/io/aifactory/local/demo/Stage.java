package io.aifactory.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.launch.Launcher;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What every chapter has at hand: the people, and patience with a factory in which processes may die at any time. */
final class Stage {

    static final String ANNA = "anna@contoso.com";
    static final String BO = "bo@contoso.com";
    static final String CARL = "carl@contoso.com";

    private static final Duration LIMIT = Duration.ofSeconds(150);

    private final FactoryHome home;
    private final Launcher launcher;
    private final Narrator narrator;

    Stage(FactoryHome home, Launcher launcher, Narrator narrator) {
        this.home = home;
        this.launcher = launcher;
        this.narrator = narrator;
    }

    FactoryHome home() {
        return home;
    }

    Narrator narrator() {
        return narrator;
    }

    /** Returns the factory as the given person sees it. */
    FactoryApi as(String person) {
        return new FactoryApi(home, SignIn.of(person));
    }

    /** Returns the first answer; a process that is away is waited for, a dead supervisor replaced. */
    <T> T await(String awaited, Supplier<Optional<T>> question) {
        return Waiting.atMost(LIMIT).doing(this::reviveSupervisor).until(awaited, question);
    }

    /** Does something, again while a part of the factory that is needed for it is away. */
    <T> T insist(String what, Supplier<T> action) {
        return await(what, () -> Optional.of(action.get()));
    }

    /** Returns the list a service has for the given person. */
    List<JsonNode> list(String person, ServiceName service, ResourcePath path) {
        return insist("an answer of the " + service.module(), () -> as(person).list(service, path));
    }

    private void reviveSupervisor() {
        if (launcher.running().isEmpty()) {
            launcher.start(launcher.lastPorts().orElse(Map.of()), narrator::say);
        }
    }
}
