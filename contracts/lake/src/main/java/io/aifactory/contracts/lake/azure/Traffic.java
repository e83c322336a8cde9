package io.aifactory.contracts.lake.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.common.ParallelTransferOptions;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;

/**
 * How data travels. One file takes no more memory than its blocks on the way and the one that is being filled.
 *
 * @param blockBytes how much travels in one request
 * @param blocksAtOnce how many requests of one file travel at a time
 * @param pageEntries how many files one page of a listing holds at most
 * @param tries how often a request is sent before the lake counts as unavailable
 * @param firstDelay how long is waited before the second try; it doubles from try to try
 * @param timeout how long one request may take
 */
record Traffic(int blockBytes, int blocksAtOnce, int pageEntries, int tries, Duration firstDelay, Duration timeout) {

    private static final int LONGEST_DELAYS = 8;

    static Traffic usual() {
        return new Traffic(4 * 1024 * 1024, 4, 5_000, 5, Duration.ofMillis(500), Duration.ofSeconds(60));
    }

    HttpClient httpClient() {
        return new JdkHttpClientBuilder()
                .connectionTimeout(timeout)
                .writeTimeout(timeout)
                .responseTimeout(timeout)
                .readTimeout(timeout)
                .build();
    }

    RequestRetryOptions retries() {
        return new RequestRetryOptions(
                RetryPolicyType.EXPONENTIAL, tries, timeout, firstDelay, firstDelay.multipliedBy(LONGEST_DELAYS), null);
    }

    ParallelTransferOptions blocks() {
        return new ParallelTransferOptions().setBlockSizeLong((long) blockBytes).setMaxConcurrency(blocksAtOnce);
    }
}
