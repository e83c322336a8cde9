package io.aifactory.lake.arrival;

import io.aifactory.lake.reconciliation.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files come in.
 *
 * @param quietPeriod How long no file must have come before what has come is refined.
 * @param longestWait How long a file waits at most for others to be refined with.
 * @param copyCheck How long to wait before looking again at a file that is still being copied.
 * @param longestCopy How long a file may be shorter than its copy was said to become; after that it is taken as it is.
 */
@ConfigurationProperties("factory.arrival")
public record ArrivalProperties(
        @DefaultValue("2s") Duration quietPeriod,
        @DefaultValue("5m") Duration longestWait,
        @DefaultValue("10s") Duration copyCheck,
        @DefaultValue("1h") Duration longestCopy) {

    /** Returns how long what has come waits for more. */
    public Patience patience() {
        return new Patience(quietPeriod, longestWait.compareTo(quietPeriod) < 0 ? quietPeriod : longestWait);
    }

    /** Returns how long what is being copied waits to be looked at again. */
    public Patience copyPatience() {
        return new Patience(copyCheck, longestWait.compareTo(copyCheck) < 0 ? copyCheck : longestWait);
    }
}
