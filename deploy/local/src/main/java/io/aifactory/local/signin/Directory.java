package io.aifactory.local.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.SafeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The people and groups of the laptop's factory: one file per group, {@code <group>.json}, with the members' sign-in names. The
 * core team's is made at first start; the projects' groups are made by provisioning.
 */
public final class Directory {

    /** Who is in the core team from the beginning. */
    public static final String FIRST_CORE_PERSON = "core@contoso.com";

    private static final String CORE_TEAM = "coreteam";
    private static final String SUFFIX = ".json";

    private final Path groups;

    public Directory(FactoryHome home) {
        this.groups = home.groups();
    }

    /** Makes the core team's group with its first person, unless it is there. */
    public void foundCoreTeam() {
        if (!Files.exists(coreTeam())) {
            write(List.of(FIRST_CORE_PERSON));
        }
    }

    /** Makes the given person one of the core team. */
    public void joinCoreTeam(String person) {
        foundCoreTeam();
        var people = members(coreTeam());
        if (!people.contains(person)) {
            write(Stream.concat(people.stream(), Stream.of(person)).toList());
        }
    }

    /** Returns the groups the given person is in, by name. */
    public List<String> groupsOf(String person) {
        if (!Files.exists(groups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(groups)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> members(file).contains(person))
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read the groups in " + groups, e);
        }
    }

    private static List<String> members(Path file) {
        try {
            var document = Json.MAPPER.readTree(Files.readString(file));
            return StreamSupport.stream(document.path("members").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read the group in " + file, e);
        }
    }

    private Path coreTeam() {
        return groups.resolve(CORE_TEAM + SUFFIX);
    }

    private void write(List<String> people) {
        var group = Map.of("group", CORE_TEAM, "members", people);
        SafeFile.write(coreTeam(), Json.MAPPER.valueToTree(group).toPrettyString());
    }
}
