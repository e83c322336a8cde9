package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.StatementFailed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A statement failed; what that means is for the caller to say. */
final class DuckDbFailed extends StatementFailed {

    private static final long serialVersionUID = 1L;

    /** How DuckDB begins the line that tells the reason when its first line only says that there is one. */
    private static final String WRAPPED = "Error: ";

    private static final String OUT_OF_MEMORY = "Out of Memory Error";

    private static final List<String> ENGINE_TROUBLE =
            List.of(OUT_OF_MEMORY, "INTERNAL Error", "FATAL Error", "Connection Error");

    DuckDbFailed(String what, SQLException cause) {
        super("cannot %s: %s".formatted(what, cause.getMessage()), cause);
    }

    @Override
    public String reason() {
        Throwable cause = getCause();
        String message = String.valueOf(cause == null ? getMessage() : cause.getMessage());
        List<String> lines = message.lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith(WRAPPED))
                .map(line -> line.substring(WRAPPED.length()))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.get(0));
    }

    /** Returns whether it took too long. */
    boolean isInterrupted() {
        return reason().startsWith("INTERRUPT Error");
    }

    /** Returns whether it needed more memory, or more room beside it, than it may have. */
    boolean isOutOfMemory() {
        return reason().startsWith(OUT_OF_MEMORY);
    }

    /** Returns whether it is what was asked that is wrong, not the memory, the disk or the engine itself. */
    boolean isAboutQuery() {
        String reason = reason();
        return ENGINE_TROUBLE.stream().noneMatch(reason::startsWith) && !reason.startsWith("IO Error");
    }

    /** Returns whether it is the file that is wrong, not the memory, the disk or the engine itself. */
    boolean isAbout(Path file) {
        String reason = reason();
        boolean onDisk = reason.startsWith("IO Error");
        return ENGINE_TROUBLE.stream().noneMatch(reason::startsWith) && (!onDisk || reason.contains(file.toString()));
    }
}
