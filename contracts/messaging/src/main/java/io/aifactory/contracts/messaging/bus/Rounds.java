package io.aifactory.contracts.messaging.bus;

import io.aifactory.contracts.messaging.work.WorkLoop.Work;
import java.util.List;

/** Several pieces of work that one thread does in turn. */
record Rounds(List<? extends Work> works) implements Work {

    @Override
    public boolean workOnce() {
        boolean worked = false;
        for (Work work : works) {
            worked |= work.workOnce();
        }
        return worked;
    }
}
