package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import java.time.LocalDate;

/**
 * A file as it came: {@code …/train/ds01_diabetes/in/dev/2021/01/01/diabetes.csv}. It may lie one folder deeper, in
 * {@code in.parquet/}, where engines write a table as many files.
 *
 * @param folder its day's folder
 * @param name the file's name, or {@code in.parquet/} and the file's name
 */
public record InFile(InFolder folder, String name) implements EnvironmentPath {

    static final String PARTS_FOLDER = "in.parquet/";

    public InFile {
        Names.requireFile(name.startsWith(PARTS_FOLDER) ? name.substring(PARTS_FOLDER.length()) : name);
    }

    /** Returns the source dataset. */
    public DatasetName dataset() {
        return folder.dataset();
    }

    /** Returns the day. */
    public LocalDate date() {
        return folder.date();
    }

    @Override
    public ModelZone zone() {
        return folder.zone();
    }

    @Override
    public EnvironmentTier environment() {
        return folder.environment();
    }

    @Override
    public String path() {
        return folder.path() + "/" + name;
    }
}
