package io.aifactory.training.automl;

/** Finds a model for gold data; a run may take minutes and is done away from the service. */
public interface AutoMl {

    /**
     * Searches and writes the model into the order's folder. Doing the same order again gives the same model, byte for
     * byte, unless the time budget ends the search earlier.
     *
     * @throws SearchRefused when the data or settings don't allow a search; trying again is useless
     * @throws SearchBroken when the search ended without a result for another reason
     */
    SearchResult search(SearchOrder order) throws InterruptedException;
}
