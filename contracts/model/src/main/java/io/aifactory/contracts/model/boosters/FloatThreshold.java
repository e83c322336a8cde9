package io.aifactory.contracts.model.boosters;

/** Brings the comparisons of the libraries to the one form of our trees: a float goes left when it is at most t. */
final class FloatThreshold {

    private FloatThreshold() {}

    /** The largest finite float that is at most a double. */
    static float atMost(double threshold) {
        float nearest = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, threshold));
        return nearest > threshold && nearest > -Float.MAX_VALUE ? Math.nextDown(nearest) : nearest;
    }

    /** The largest finite float that is less than a float. */
    static float below(float threshold) {
        return atMost(Math.nextDown(threshold));
    }
}
