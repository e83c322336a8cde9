package io.aifactory.contracts.lake.azure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Which object of the directory each group of the factory is: ADLS Gen2 knows groups by their object ids alone. */
@FunctionalInterface
public interface GroupIds {

    /** Returns the object id of every known group by the group's name, such as {@code prj001_member}. */
    Map<String, String> byName();

    /** Returns the groups that a properties file names, as it is at the time of asking: {@code prj001_member=1f0c…}. */
    static GroupIds in(Path file) {
        return () -> read(file);
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UnknownGroup("the object ids of groups can't be read from '%s': %s".formatted(file, e));
        }
        var ids = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(name -> ids.put(name, properties.getProperty(name).strip()));
        return ids;
    }
}
