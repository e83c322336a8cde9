package io.aifactory.lake.active;

import io.aifactory.contracts.lake.ActiveFile;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a caller writes beside the document. */
final class ActiveRequests {

    private ActiveRequests() {}

    static ActiveFile.Use use(String text) {
        for (var use : ActiveFile.Use.values()) {
            if (use.name().toLowerCase(Locale.ROOT).equals(text)) {
                return use;
            }
        }
        throw ActiveProblem.unknownUse(text);
    }

    static String etag(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw ActiveProblem.etagMissing();
        }
        return header.strip().replaceAll("^(W/)?\"|\"$", "");
    }
}
