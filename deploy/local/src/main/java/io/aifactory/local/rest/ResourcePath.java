package io.aifactory.local.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A path with its query, every part encoded, so that nothing a person types can mean something else. */
public final class ResourcePath {

    private final String path;
    private final List<String> query;

    private ResourcePath(String path, List<String> query) {
        this.path = path;
        this.query = query;
    }

    /** Returns the path of the given parts. */
    public static ResourcePath of(Object... parts) {
        var path = Stream.of(parts).map(part -> "/" + encoded(part.toString())).collect(Collectors.joining());
        return new ResourcePath(path, List.of());
    }

    /** Returns the same path with one more thing asked for, unless the value is absent. */
    public ResourcePath with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        var longer = new ArrayList<>(query);
        longer.add(encoded(name) + "=" + encoded(value.toString()));
        return new ResourcePath(path, longer);
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
