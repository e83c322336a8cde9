package io.aifactory.scoring.scored;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How scores are kept.
 *
 * @param saveTimeout how long a request waits for its scores to be saved
 * @param largestGroup how many requests are saved in one commit at most
 * @param publishEvery how often new scores are brought to the lake
 * @param requestsPerFile how many requests one file in the lake holds at most
 * @param defaultLimit how many rows a search returns unless told otherwise
 * @param highestLimit how many rows a search may return
 */
@ConfigurationProperties("factory.scored")
record ScoredProperties(
        @DefaultValue("5s") Duration saveTimeout,
        @DefaultValue("256") int largestGroup,
        @DefaultValue("3s") Duration publishEvery,
        @DefaultValue("20000") int requestsPerFile,
        @DefaultValue("1000") int defaultLimit,
        @DefaultValue("10000") int highestLimit) {}
