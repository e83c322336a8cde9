package io.aifactory.contracts.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.LakeFile;
import java.time.DateTimeException;
import java.util.List;

/** Reads the lake's paths. What {@link LakePath#path()} printed is read back as the same path; all else is refused. */
public final class LakePaths {

    /** The most bytes a path may have in UTF-8: ADLS Gen2 allows 1,024 characters, folders on laptops sometimes less. */
    public static final int LONGEST_PATH_BYTES = 900;

    private LakePaths() {}

    /**
     * Returns the path the text stands for.
     *
     * @throws InvalidLakePath if it is none of the grammar, with the reason
     */
    public static LakePath parse(String path) {
        requireHarmless(path);
        if (path.isEmpty()) {
            return new LakeFolder.Root();
        }
        try {
            return parseKnown(path);
        } catch (InvalidName | DateTimeException e) {
            throw new InvalidLakePath(path, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the path of a file that an event names.
     *
     * @throws InvalidLakePath if it is none of the grammar, or names another environment than the event
     */
    public static LakePath parse(LakeFile file) {
        LakePath path = parse(file.path());
        if (path instanceof EnvironmentPath known && known.environment() != file.environment()) {
            throw new InvalidLakePath(file.path(), "it is no path of the lake of " + file.environment());
        }
        return path;
    }

    private static LakePath parseKnown(String path) {
        return Grammar.find(path)
                .or(() -> DatabricksTable.find(path))
                .orElseThrow(() -> new InvalidLakePath(path, Grammar.reasonAgainst(path)));
    }

    static void requireHarmless(String path) {
        if (path.getBytes(UTF_8).length > LONGEST_PATH_BYTES) {
            throw new InvalidLakePath(path, "it is longer than %d bytes".formatted(LONGEST_PATH_BYTES));
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidLakePath(path, "it has control characters");
        }
        if (path.indexOf('\\') >= 0) {
            throw new InvalidLakePath(path, "it has a backslash; parts are told apart by slashes");
        }
        if (!path.isEmpty()) {
            List.of(path.split("/", -1)).forEach(part -> requireHarmlessPart(path, part));
        }
    }

    private static void requireHarmlessPart(String path, String part) {
        if (part.isEmpty()) {
            throw new InvalidLakePath(path, "it begins or ends with a slash, or has two slashes together");
        }
        if (part.equals(".") || part.equals("..")) {
            throw new InvalidLakePath(path, "it leads elsewhere with '%s'".formatted(part));
        }
    }
}
