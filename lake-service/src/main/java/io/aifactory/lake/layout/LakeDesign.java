package io.aifactory.lake.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * By which grammar a lake is laid out.
 *
 * @param version as its version file has it; 0 if that is none
 * @param text the version as it is written there
 */
public record LakeDesign(int version, String text) {

    /** The grammar this service works with. */
    public static final int CURRENT = 4;

    /** The grammar of a lake that has no version file: it is made by this service. */
    static final LakeDesign FRESH = new LakeDesign(CURRENT, String.valueOf(CURRENT));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "lake_design_version";

    /** Reads a version file: one JSON object, or several, one a line, with the version in one of them as text or number. */
    static LakeDesign parse(byte[] content) {
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(content)) {
            while (lines.hasNextValue()) {
                JsonNode version = lines.nextValue().path(KEY);
                if (version.isTextual() || version.isNumber()) {
                    return of(version.asText());
                }
            }
            return new LakeDesign(0, "none");
        } catch (IOException e) {
            return new LakeDesign(0, "none that can be read");
        }
    }

    /** Returns whether the lake is of a grammar that came before. */
    public boolean isOlder() {
        return version > 0 && version < CURRENT;
    }

    /** Returns whether the lake is of this service's grammar. */
    public boolean isCurrent() {
        return version == CURRENT;
    }

    private static LakeDesign of(String text) {
        try {
            return new LakeDesign(Math.max(0, Integer.parseInt(text.strip())), text);
        } catch (NumberFormatException e) {
            return new LakeDesign(0, text);
        }
    }
}
