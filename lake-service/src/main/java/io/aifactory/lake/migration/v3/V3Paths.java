package io.aifactory.lake.migration.v3;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.InvalidName;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ModelZone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the paths of a lake of version 3:
 *
 * <pre>
 * master/1_projects/{project}/{model}/(train|inference)/{dataset}/in/{yyyy}/{MM}/{dd}[/{HH}/{mm}/{ss}/{fraction}]/{file}
 * master/1_projects/{project}/{model}/(train|inference)/{dataset}/out/(bronze|silver)[/{run}]/(bronze|silver).parquet
 * master/1_projects/{project}/{model}/train/gold[/{run}]/gold.parquet
 * master/1_projects/{project}/{model}/train/gold/(Train|Validate|Test)[/{run}]/gold_(train|validate|test).parquet
 * </pre>
 *
 * <p>It had no model versions: its data to score is that of the leading one.
 */
public final class V3Paths {

    /** The folder of all projects. */
    public static final String ROOT = "master/1_projects/";

    private static final String MODEL = Pattern.quote(ROOT) + "(?<project>[^/]+)/(?<model>[^/]+)/";
    private static final String DATASET = MODEL + "(?<zone>train|inference)/(?<dataset>[^/]+)/";
    private static final String RUN = "(?:[^/]+/)?";
    private static final Pattern INCOMING = Pattern.compile(DATASET
            + "in/(?<year>\\d{4})/(?<month>\\d{2})/(?<day>\\d{2})/"
            + "(?:(?<time>\\d{2}/\\d{2}/\\d{2}/\\d{2,6})/)?(?<file>[^/]+)");
    private static final Pattern REFINED =
            Pattern.compile(DATASET + "out/(?<layer>bronze|silver)/" + RUN + "\\k<layer>\\.parquet");
    private static final Pattern GOLD = Pattern.compile(MODEL + "train/gold/" + RUN + "gold\\.parquet");
    private static final Pattern SPLIT = Pattern.compile(
            MODEL + "train/gold/(?<part>Train|Validate|Test)/" + RUN + "gold_(?<name>train|validate|test)\\.parquet");

    private V3Paths() {}

    /**
     * Returns what the file is; empty if it is none of the grammar.
     *
     * @throws InvalidName if a name in it is none
     * @throws DateTimeException if a date in it is none
     */
    public static Optional<V3File> parse(String path) {
        return incoming(path).or(() -> refined(path)).or(() -> gold(path)).or(() -> split(path));
    }

    private static Optional<V3File> incoming(String path) {
        Matcher parts = INCOMING.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var date = LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
        String time = parts.group("time");
        String name = time == null ? parts.group("file") : time.replace('/', '_') + "_" + parts.group("file");
        return Optional.of(new V3File.Incoming(zone(parts), source(parts), date, name));
    }

    private static Optional<V3File> refined(String path) {
        Matcher parts = REFINED.matcher(path);
        return parts.matches()
                ? Optional.of(new V3File.Table(zone(parts), source(parts), LakeLayer.of(parts.group("layer"))))
                : Optional.empty();
    }

    private static Optional<V3File> gold(String path) {
        Matcher parts = GOLD.matcher(path);
        return parts.matches()
                ? Optional.of(new V3File.Table(train(parts), DatasetName.GOLD, LakeLayer.GOLD))
                : Optional.empty();
    }

    private static Optional<V3File> split(String path) {
        Matcher parts = SPLIT.matcher(path);
        return parts.matches() && parts.group("part").toLowerCase(Locale.ROOT).equals(parts.group("name"))
                ? Optional.of(
                        new V3File.Table(train(parts), DatasetName.GOLD, LakeLayer.of("gold_" + parts.group("name"))))
                : Optional.empty();
    }

    private static ModelZone zone(Matcher parts) {
        return parts.group("zone").equals("train")
                ? train(parts)
                : ModelZone.inference(project(parts), model(parts), 0);
    }

    private static ModelZone train(Matcher parts) {
        return ModelZone.train(project(parts), model(parts));
    }

    private static ProjectId project(Matcher parts) {
        return new ProjectId(parts.group("project"));
    }

    private static ModelName model(Matcher parts) {
        return new ModelName(parts.group("model"));
    }

    private static DatasetName source(Matcher parts) {
        return new DatasetName(parts.group("dataset"));
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }
}
