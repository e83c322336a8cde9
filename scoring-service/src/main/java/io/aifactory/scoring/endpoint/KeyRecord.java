package io.aifactory.scoring.endpoint;

/**
 * A key that has not been revoked, as it is stored.
 *
 * @param endpoint the endpoint it opens
 * @param hash what is kept of it
 */
record KeyRecord(ScoringEndpoint endpoint, KeyHash hash) {}
