package io.aifactory.bench.history;

import java.util.stream.Stream;

/** Something a history has to keep. */
interface Promise {

    /** Returns every place where the history breaks it. */
    Stream<Violation> violations(History history);
}
