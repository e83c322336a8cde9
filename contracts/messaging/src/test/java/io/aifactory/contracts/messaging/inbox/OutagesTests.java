package io.aifactory.contracts.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.messaging.DependencyUnavailable;
import io.aifactory.contracts.messaging.Unprocessable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class OutagesTests {

    static Stream<Throwable> outages() {
        return Stream.of(
                new DependencyUnavailable("the lake is away", new IOException()),
                new DataAccessResourceFailureException("no connection"),
                new ConnectException("refused"),
                new UnknownHostException("nowhere"),
                new SocketTimeoutException("too slow"),
                new IllegalStateException("wrapped", new RuntimeException(new ConnectException("refused"))));
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new DataIntegrityViolationException("a rule is broken"),
                new Unprocessable("no use for it"),
                new OutOfMemoryError());
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whatCanNotBeReachedIsAnOutage(Throwable failure) {
        assertThat(Outages.isOutage(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsWrongWithTheEventIsNone(Throwable failure) {
        assertThat(Outages.isOutage(failure)).isFalse();
    }

    @Test
    void causesThatGoInACircleAreNotFollowedForEver() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(Outages.isOutage(first)).isFalse();
    }
}
