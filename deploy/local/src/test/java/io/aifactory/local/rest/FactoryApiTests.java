package io.aifactory.local.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactoryApiTests {

    private static final ResourcePath PATH =
            ResourcePath.of("projects", "project 1/..").with("model", "a&b");

    @TempDir
    Path folder;

    private HttpServer server;
    private FactoryApi api;
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile String asked = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestURI().toString();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var home = new FactoryHome(folder, folder);
        var ports = Map.of("lake", server.getAddress().getPort());
        new StateFile(home).write(new FactoryState(1, Instant.EPOCH, ports, List.of()));
        api = new FactoryApi(home, SignIn.of("anna@contoso.com"));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void encodesWhatPeopleType() {
        api.get(ServiceName.LAKE, PATH);

        assertThat(asked).isEqualTo("/projects/project%201%2F..?model=a%26b");
    }

    @Test
    void repeatsWhatAServiceRefusesWithEveryReason() {
        status = 422;
        body =
                "{\"type\":\"urn:aifactory:problem:invalid-order\",\"detail\":\"The order is invalid.\",\"reasons\":[\"no owner\",\"no models\"]}";

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> api.get(ServiceName.LAKE, PATH))
                .withMessage("The order is invalid.")
                .satisfies(refusal -> assertThat(refusal.reasons()).containsExactly("no owner", "no models"))
                .satisfies(refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.REFUSED));
    }

    @Test
    void findsNothingWhereNothingIs() {
        status = 404;
        body = "{\"detail\":\"There is no such project.\"}";

        assertThat(api.find(ServiceName.LAKE, PATH)).isEmpty();
    }

    @Test
    void takesAServiceInTroubleForOneThatIsAway() {
        status = 503;
        body = "not even JSON";

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> api.get(ServiceName.LAKE, PATH))
                .satisfies(refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
    }

    @Test
    void asksAServiceThatWasLeftOutAtItsDefaultPort() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> api.get(ServiceName.SCORING, PATH))
                .withMessageContaining("scoring-service does not answer");
    }

    @Test
    void saysThatAServiceIsAway() {
        server.stop(0);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> api.get(ServiceName.LAKE, PATH))
                .withMessageContaining("lake-service does not answer")
                .satisfies(refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
    }
}
