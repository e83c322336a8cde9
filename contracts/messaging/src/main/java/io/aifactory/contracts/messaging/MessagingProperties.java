package io.aifactory.contracts.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a service's events travel.
 *
 * @param topic the topic all events go through
 * @param queue the queue another system speaks to this service through, if there is one
 * @param workers how many inbox entries are handled at the same time
 * @param lease how long a lane belongs to a relay that gives no sign of life
 * @param watch how the consumers are watched over
 * @param pollInterval how long a worker or the relay rests when there was nothing to do and nobody woke it
 * @param maxEventSize the largest event that is accepted, in bytes
 * @param keep how long what was sent or handled is remembered; a message repeated later would be handled again
 * @param retry when a failed entry is tried again
 */
@Validated
@ConfigurationProperties("factory.messaging")
public record MessagingProperties(
        @DefaultValue("factory-events") String topic,
        @Nullable String queue,
        @DefaultValue("4") @Min(1) @Max(64) int workers,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("200000") int maxEventSize,
        @DefaultValue("30d") Duration keep,
        @DefaultValue @Valid Retry retry,
        @DefaultValue @Valid Watch watch) {

    public MessagingProperties {
        if (keep.compareTo(retry.longest()) <= 0) {
            throw new IllegalArgumentException(
                    "factory.messaging.keep (%s) must exceed the longest retry (%s)".formatted(keep, retry.longest()));
        }
    }

    /**
     * When a failed entry is tried again: {@code immediate} times at once, then after {@code firstDelay}, doubling up to
     * {@code maxDelay}, each shortened by up to half at random; dead after {@code attempts}.
     *
     * @param attempts how often an entry is tried in all
     * @param immediate how many of the repeats come at once
     * @param firstDelay the first pause
     * @param maxDelay the longest pause
     * @param outageDelay the pause of an entry that waits for something that is away; it counts as no attempt
     */
    public record Retry(
            @DefaultValue("12") @Min(1) int attempts,
            @DefaultValue("2") @Min(0) int immediate,
            @DefaultValue("1s") Duration firstDelay,
            @DefaultValue("2m") Duration maxDelay,
            @DefaultValue("5s") Duration outageDelay) {

        /** Returns whether that many attempts are all there are. */
        public boolean exhausted(int attemptsMade) {
            return attemptsMade >= attempts;
        }

        /** Returns how long an entry may be tried again and again at the most. */
        public Duration longest() {
            return maxDelay.multipliedBy(attempts);
        }

        /** Returns the pause after the given number of attempts; {@code random} is between 0 and 1. */
        public Duration delayAfter(int attemptsMade, double random) {
            int delayed = attemptsMade - 1 - immediate;
            if (delayed < 0) {
                return Duration.ZERO;
            }
            double full = Math.min(maxDelay.toMillis(), firstDelay.toMillis() * Math.pow(2, Math.min(delayed, 30)));
            return Duration.ofMillis(Math.round(full * (1 - random / 2)));
        }

        /** Returns the pause of an entry that meets an outage; {@code random} is between 0 and 1. */
        public Duration delayDuringOutage(double random) {
            return Duration.ofMillis(Math.round(outageDelay.toMillis() * (1 - random / 2)));
        }
    }

    /**
     * How the consumers are watched over.
     *
     * @param interval how often the bus is asked whether it is there, and what waits
     * @param stalledAfter how long a message may wait while none is taken before the consumer is started anew
     */
    public record Watch(
            @DefaultValue("5s") Duration interval,
            @DefaultValue("60s") Duration stalledAfter) {}
}
