package io.aifactory.scoring.online;

/**
 * The rows of a request.
 *
 * @param encoded as the model reads them
 * @param json as they came: a JSON array of objects
 */
record RequestRows(float[][] encoded, byte[] json) {}
