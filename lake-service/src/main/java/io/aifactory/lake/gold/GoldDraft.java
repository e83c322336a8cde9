package io.aifactory.lake.gold;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.dataset.Lineage;
import io.aifactory.lake.dataset.Saving;
import io.aifactory.lake.dataset.Sending;
import io.aifactory.lake.dataset.Step;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gold and its parts, which become versions together or not at all.
 *
 * @param gold all rows
 * @param parts train, validate and test, in this order
 */
record GoldDraft(Draft gold, List<Draft> parts) {

    private static final Logger LOG = LoggerFactory.getLogger(GoldDraft.class);

    GoldDraft {
        parts = List.copyOf(parts);
    }

    /** Returns the step that saves them with what they were made from. */
    Step madeFrom(List<DatasetReference> inputs) {
        return new Step(this::send, saving -> save(saving, inputs));
    }

    private void send(Sending sending) {
        if (!sending.isUnchanged(gold)) {
            sending.send(gold);
            parts.forEach(sending::send);
        }
    }

    /** Saves them, unless gold and the way it is split are as they were. Gold is announced last, when its parts are known. */
    private void save(Saving saving, List<DatasetReference> inputs) {
        if (saving.unchanged(gold).isPresent()) {
            return;
        }
        DatasetReference whole = saving.place(gold);
        List<DatasetReference> splits = parts.stream().map(saving::place).toList();
        for (int i = 0; i < parts.size(); i++) {
            saving.announce(parts.get(i), splits.get(i), Lineage.ofInputs(List.of(whole)));
        }
        saving.announce(gold, whole, Lineage.ofInputs(inputs).withSplits(splits));
        LOG.info(
                "{}: version {} with {} rows, split {}",
                gold.table(),
                whole.version(),
                whole.rows(),
                splits.stream().map(DatasetReference::rows).toList());
    }
}
