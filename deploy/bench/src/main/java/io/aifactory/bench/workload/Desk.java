package io.aifactory.bench.workload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aifactory.contracts.events.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The role's door: {@code POST /steps} is answered with 202 only after the step's transaction has committed; {@code POST
 * /clock} sets the role's clock; {@code GET /ready} answers as soon as the role works.
 */
@Component
class Desk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int THREADS = 8;
    private static final int ACCEPTED = 202;
    private static final int FAILED = 503;

    private final WorkloadProperties properties;
    private final ObjectProvider<ProvisioningRole> provisioning;
    private final SteppedClock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private Optional<HttpServer> server = Optional.empty();

    Desk(WorkloadProperties properties, ObjectProvider<ProvisioningRole> provisioning, SteppedClock clock) {
        this.properties = properties;
        this.provisioning = provisioning;
        this.clock = clock;
    }

    @Override
    public void start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), properties.port());
            var started = HttpServer.create(address, 0);
            started.createContext("/steps", exchange -> answer(exchange, this::takeStep));
            started.createContext("/clock", exchange -> answer(exchange, this::setClock));
            started.createContext("/ready", exchange -> answer(exchange, parameters -> {}));
            started.setExecutor(threads);
            started.start();
            server = Optional.of(started);
        } catch (IOException e) {
            throw new UncheckedIOException("can not listen on port " + properties.port(), e);
        }
    }

    private void takeStep(Parameters parameters) {
        var step =
                new Step(new ProjectId(parameters.required("project")), Integer.parseInt(parameters.required("step")));
        var poison = parameters
                .optional("poison")
                .map(service -> new Poison(service, Poison.Kind.valueOf(parameters.required("kind"))));
        provisioning.getObject().take(step, poison);
    }

    private void setClock(Parameters parameters) {
        clock.set(Duration.parse(parameters.required("off")));
    }

    private static void answer(HttpExchange exchange, Action action) throws IOException {
        try (exchange) {
            int status = statusOf(action, Parameters.of(exchange.getRequestURI()));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static int statusOf(Action action, Parameters parameters) {
        try {
            action.with(parameters);
            return ACCEPTED;
        } catch (RuntimeException e) {
            LOG.warn("{} is refused: {}", parameters, e.toString());
            return FAILED;
        }
    }

    @Override
    public void stop() {
        server.ifPresent(started -> started.stop(0));
        server = Optional.empty();
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return server.isPresent();
    }

    private interface Action {

        void with(Parameters parameters);
    }
}
