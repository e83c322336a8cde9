package io.aifactory.provisioning.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.access.NearestNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that people or their tools wrote. Reading never stops at what is wrong: it is noted with its path, and
 * all parts of a form share the list of {@link #reasons()}.
 */
public final class Form {

    private static final int LONGEST_REASON = 500;

    private final String path;
    private final JsonNode content;
    private final Map<String, String> shownAs;
    private final List<String> reasons;

    private Form(String path, JsonNode content, Map<String, String> shownAs, List<String> reasons) {
        this.path = path;
        this.content = content;
        this.shownAs = shownAs;
        this.reasons = reasons;
    }

    /**
     * Returns the form that the given JSON holds.
     *
     * @throws UnreadableForm if it is no JSON object
     */
    public static Form parse(byte[] json) {
        return new Form("", FormJson.parseObject(json), Map.of(), new ArrayList<>());
    }

    /**
     * Returns a form of the given values.
     *
     * @param values texts, lists and maps by key
     * @param shownAs how reasons name the keys, where people know them by other names
     */
    public static Form of(Map<String, ?> values, Map<String, String> shownAs) {
        return new Form("", FormJson.of(values), Map.copyOf(shownAs), new ArrayList<>());
    }

    /** Returns every reason noted so far, in reading order; empty if there is nothing wrong. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Notes what is wrong with a key. */
    public void refuse(String key, String reason) {
        note(pathOf(key) + " " + reason);
    }

    /** Notes what is wrong with the whole form. */
    public void refuse(String reason) {
        note(path.isEmpty() ? reason : path + ": " + reason);
    }

    /** Refuses every key but the given ones, with the nearest of them. */
    public Form knowing(Collection<String> keys) {
        List<String> present = new ArrayList<>();
        content.fieldNames().forEachRemaining(present::add);
        refuseUnknown(present, keys);
        return this;
    }

    /** Refuses each of the present keys that is not known, with the nearest one that is. */
    public void refuseUnknown(Collection<String> present, Collection<String> known) {
        for (String key : present) {
            if (!known.contains(key)) {
                refuse(
                        key,
                        NearestNames.meant(key, known)
                                .map("is unknown; did you mean %s?"::formatted)
                                .orElse("is unknown"));
            }
        }
    }

    /** Returns whether the key has a value. */
    public boolean has(String key) {
        return content.hasNonNull(key);
    }

    /** Returns a text without the blanks around it; absent if it is missing or no text. */
    public @Nullable String text(String key) {
        JsonNode value = value(key, JsonNode::isTextual, "is no text");
        return value == null ? null : value.textValue().strip();
    }

    /** Returns a text as it is, blanks and all; absent if it is missing or no text. */
    public @Nullable String exactText(String key) {
        JsonNode value = value(key, JsonNode::isTextual, "is no text");
        return value == null ? null : value.textValue();
    }

    /** Returns a text that has to be there; if it is missing, blank or too long that is noted, and it is empty. */
    public String requiredText(String key, int longest) {
        boolean readable = !has(key) || content.path(key).isTextual();
        String text = Objects.requireNonNullElse(text(key), "");
        if (readable && text.isEmpty()) {
            refuse(key, "is missing");
        } else if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            refuse(key, "is longer than %d characters or has control characters".formatted(longest));
            return "";
        }
        return text;
    }

    /** Returns what the parser makes of a text; absent if it is missing, no text, or the parser refuses it. */
    public <T> @Nullable T parsed(String key, Function<String, T> parser) {
        String text = text(key);
        return text == null ? null : parse(pathOf(key), text, parser);
    }

    /** Returns a number; absent if it is missing or no number. */
    public @Nullable Double number(String key) {
        JsonNode value = value(key, JsonNode::isNumber, "is no number");
        return value == null ? null : value.doubleValue();
    }

    /** Returns a whole number; absent if it is missing or none. */
    public @Nullable Long wholeNumber(String key) {
        JsonNode value = value(key, node -> node.isIntegralNumber() && node.canConvertToLong(), "is no whole number");
        return value == null ? null : value.longValue();
    }

    /** Returns a flag; absent if it is missing or neither true nor false. */
    public @Nullable Boolean flag(String key) {
        JsonNode value = value(key, JsonNode::isBoolean, "is neither true nor false");
        return value == null ? null : value.booleanValue();
    }

    /** Returns what the parser makes of each text in a list, leaving out what it refuses. */
    public <T> List<T> parsedList(String key, Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        for (JsonNode item : list(key)) {
            T value = item.isTextual() ? parse(pathOf(key), item.textValue().strip(), parser) : null;
            if (value != null) {
                values.add(value);
            } else if (!item.isTextual()) {
                refuse(key, "holds something that is no text");
            }
        }
        return values;
    }

    /** Returns the forms in a list. */
    public List<Form> items(String key) {
        List<JsonNode> items = list(key);
        return IntStream.range(0, items.size())
                .mapToObj(index -> child("%s[%d]".formatted(pathOf(key), index), items.get(index)))
                .toList();
    }

    /** Returns the form within a form; empty if it is missing. */
    public Form section(String key) {
        JsonNode section = content.path(key);
        return child(pathOf(key), section.isMissingNode() || section.isNull() ? FormJson.empty() : section);
    }

    private Form child(String childPath, JsonNode child) {
        if (!child.isObject()) {
            note(childPath + " is no object");
        }
        return new Form(childPath, child, Map.of(), reasons);
    }

    private List<JsonNode> list(String key) {
        JsonNode list = value(key, JsonNode::isArray, "is no list");
        return list == null
                ? List.of()
                : StreamSupport.stream(list.spliterator(), false).toList();
    }

    private @Nullable JsonNode value(String key, Function<JsonNode, Boolean> fits, String reason) {
        if (!has(key)) {
            return null;
        }
        JsonNode value = content.path(key);
        if (!fits.apply(value)) {
            refuse(key, reason);
            return null;
        }
        return value;
    }

    private <T> @Nullable T parse(String where, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException invalid) {
            note(where + ": " + invalid.getMessage());
            return null;
        }
    }

    /** What people wrote stands in reasons, and reasons stand in databases and logs: nothing unprintable, nothing endless. */
    private void note(String reason) {
        String printable = reason.replaceAll("\\p{Cntrl}", "?");
        reasons.add(printable.length() <= LONGEST_REASON ? printable : printable.substring(0, LONGEST_REASON) + "…");
    }

    private String pathOf(String key) {
        String shown = shownAs.getOrDefault(key, key);
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
