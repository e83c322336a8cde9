package io.aifactory.lake.active;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.ActiveFile;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An active file's JSON. What it has beside the entries is kept as it is. */
final class ActiveDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd[ HH:mm:ss[.SSSSSS]]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd 00:00:00.000000", Locale.ROOT);

    /** The year that means no day in particular, as the files have it when they are shipped. */
    private static final int ANY_YEAR = 1000;

    private static final LocalDate ANY_DAY = LocalDate.of(ANY_YEAR, 1, 1);

    private final ActiveFile.Use use;
    private final ObjectNode content;

    private ActiveDocument(ActiveFile.Use use, ObjectNode content) {
        this.use = use;
        this.content = content;
    }

    static ActiveDocument empty(ActiveFile.Use use) {
        return new ActiveDocument(use, JSON.createObjectNode());
    }

    static ActiveDocument parse(ActiveFile.Use use, byte[] bytes) throws BrokenActiveFile {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode content) {
                return new ActiveDocument(use, content);
            }
            throw new BrokenActiveFile("it is no JSON object");
        } catch (JsonProcessingException e) {
            throw new BrokenActiveFile("it is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BrokenActiveFile("it is no JSON: " + e.getMessage());
        }
    }

    ActiveEntry entry(EnvironmentTier environment) throws BrokenActiveFile {
        int version = use == ActiveFile.Use.SCORING ? version(versionKey(environment)) : 0;
        return new ActiveEntry(day(dayKey(environment)), version);
    }

    ActiveDocument with(EnvironmentTier environment, ActiveEntry entry) {
        ObjectNode changed = content.deepCopy();
        LocalDate day = entry.day() == null ? ANY_DAY : entry.day();
        changed.put(dayKey(environment), day.format(WRITTEN));
        if (use == ActiveFile.Use.SCORING) {
            changed.put(versionKey(environment), String.valueOf(entry.modelVersion()));
        }
        return new ActiveDocument(use, changed);
    }

    byte[] bytes() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written as JSON", e);
        }
    }

    private @Nullable LocalDate day(String key) throws BrokenActiveFile {
        JsonNode value = content.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value.asText(), READ);
            return day.getYear() <= ANY_YEAR ? null : day;
        } catch (DateTimeParseException e) {
            throw new BrokenActiveFile(
                    "%s is '%s', and not a date such as 2026-11-20 or 2026-11-20 15:35:01.243860; year 1000 means all days"
                            .formatted(key, value.asText()));
        }
    }

    private int version(String key) throws BrokenActiveFile {
        JsonNode value = content.get(key);
        if (value == null || value.isNull()) {
            return 0;
        }
        try {
            return Integer.parseInt(value.asText());
        } catch (NumberFormatException e) {
            throw new BrokenActiveFile("%s is '%s', and not a model version such as 3".formatted(key, value.asText()));
        }
    }

    private String dayKey(EnvironmentTier environment) {
        return environment.label() + (use == ActiveFile.Use.TRAINING ? "_in_folder_date" : "_scoring_folder_date");
    }

    private static String versionKey(EnvironmentTier environment) {
        return environment.label() + "_inference_model_version";
    }
}
