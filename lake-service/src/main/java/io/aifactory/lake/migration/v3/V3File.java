package io.aifactory.lake.migration.v3;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ModelZone;
import java.time.LocalDate;

/** What a file of a lake of version 3 is. */
public sealed interface V3File {

    /**
     * A file as it came.
     *
     * @param zone to learn from or to score
     * @param dataset the source dataset
     * @param date the day
     * @param name the file's name, after the time of day where it lay in folders of that
     */
    record Incoming(ModelZone zone, DatasetName dataset, LocalDate date, String name) implements V3File {}

    /**
     * A table that was made.
     *
     * @param zone to learn from or to score
     * @param dataset the source dataset, or gold
     * @param layer how far it is refined
     */
    record Table(ModelZone zone, DatasetName dataset, LakeLayer layer) implements V3File {}
}
