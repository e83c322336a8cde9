package io.aifactory.local.demo;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.launch.Launcher;
import io.aifactory.local.launch.PortChoice;
import io.aifactory.local.launch.StartUp;
import io.aifactory.local.signin.Directory;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the whole story. */
@Command(
        name = "demo",
        description = "Play the whole story on real data: from a ticket to a score that can be found again.",
        footer = {
            "",
            "Starts the factory if it is not up, and then stops it again at the end, unless told to keep it.",
            "Played again it makes another project.",
            "",
            "Examples:",
            "  ./factory demo",
            "  ./factory demo --keep    and then look around: ./factory projects, models, promotions, scored ..."
        })
public final class Demo implements Callable<Integer> {

    @Option(names = "--keep", description = "Leave the factory running.")
    private boolean keep;

    @Option(names = "--ports", defaultValue = "fixed", description = "fixed or auto: on free ports. Default: fixed.")
    private PortChoice ports = PortChoice.fixed;

    private final FactoryHome home = FactoryHome.current();
    private final Launcher launcher = new Launcher(home);

    @Override
    public Integer call() {
        var narrator = new Narrator(new Output());
        var wasUp = launcher.running().isPresent();
        if (!keep && !wasUp) {
            stopAtTheEnd(narrator);
        }
        play(narrator, wasUp);
        return 0;
    }

    /** Whatever ends this process, Ctrl-C too, ends the factory it started. */
    private void stopAtTheEnd(Narrator narrator) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            launcher.stop();
            narrator.say("the factory is down");
        }));
    }

    private void play(Narrator narrator, boolean wasUp) {
        narrator.chapter(wasUp ? "The factory is up" : "The factory starts");
        if (launcher.running().filter(FactoryState::ready).isEmpty()) {
            new StartUp(launcher, narrator::say).run(ports.ports(List.of()));
        }
        var begun = narrator.seconds();
        new Directory(home).joinCoreTeam(Stage.CARL);
        new Story(new Stage(home, launcher, narrator)).play();
        narrator.chapter("The end");
        narrator.say("the story itself took %.1f s", narrator.seconds() - begun);
    }
}
