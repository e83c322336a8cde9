package io.aifactory.lake.master;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** An engine for files of lines with one column, {@code id}: every line is a row and a key. */
final class LineEngine implements RefinementEngine, TableReader {

    @Override
    public StagedFile read(InputFile file, FileForm form, Path staged) {
        List<String> lines = lines(file.local());
        if (lines.isEmpty()) {
            throw new UnreadableFile("it has no rows");
        }
        write(staged, lines);
        return new StagedFile(List.of("id"), lines.size());
    }

    @Override
    public TableProfile bronze(List<Path> staged, Path bronze) {
        write(bronze, staged.stream().flatMap(file -> lines(file).stream()).collect(Collectors.toList()));
        return profile(bronze);
    }

    @Override
    public SilverOutcome silver(Path bronze, SilverRules rules, Map<String, Path> others, Path silver, Path bad) {
        write(silver, lines(bronze).stream().sorted().distinct().toList());
        TableProfile profile = profile(silver);
        return new SilverOutcome(profile, 0, profile.fingerprint());
    }

    @Override
    public void thinOut(Path table, String key, long rows, Path thinned) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableProfile merge(MergePlan plan, Path merged) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TableProfile> split(Path table, SplitPlan plan) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableProfile profile(Path table) {
        List<String> lines = lines(table);
        var column = new ColumnProfile("id", "VARCHAR", 0, lines.size(), null, null, null, null);
        String fingerprint =
                UUID.nameUUIDFromBytes(lines.toString().getBytes(UTF_8)).toString();
        return new TableProfile(lines.size(), List.of(column), fingerprint, List.of());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
