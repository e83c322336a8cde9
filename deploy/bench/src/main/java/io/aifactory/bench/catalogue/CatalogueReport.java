package io.aifactory.bench.catalogue;

import io.aifactory.bench.figures.Sample;

/**
 * What was measured.
 *
 * @param cores how many processors there are
 * @param datasets how many registered datasets
 * @param versions how many versions of all of them together
 * @param requests how often each was asked, one after the other
 */
record CatalogueReport(
        int cores, int datasets, int versions, int requests, Times listing, Times search, Times detail, Times lineage) {

    /** From the request to the last byte of the answer. */
    record Times(double p50Millis, double p99Millis) {

        static Times of(Sample millis) {
            return new Times(millis.percentile(0.5), millis.percentile(0.99));
        }
    }
}
