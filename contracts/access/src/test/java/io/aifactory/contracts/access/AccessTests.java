package io.aifactory.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.access.local.LocalTokens;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.PathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "logging.level.root=error")
@ContextConfiguration(initializers = TestTokens.class)
class AccessTests {

    private static final String MEMBER = TestTokens.bearer("bo@contoso.com", "prj001_member");

    @Autowired
    private TestRestTemplate http;

    @TempDir
    private Path otherKeys;

    @Test
    void handsTheCallerToTheController() {
        var answer = get("/projects/project001/people", MEMBER);

        assertThat(answer.getBody()).isEqualTo("bo@contoso.com");
    }

    @Test
    void answersWithoutTokenAsAProblem() {
        var answer = get("/projects/project001/people", null);

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getHeaders().getContentType())
                .isEqualTo(MediaType.parseMediaType("application/problem+json;charset=UTF-8"));
        assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Bearer");
        assertThat(answer.getBody()).contains("urn:aifactory:problem:not-signed-in");
    }

    @Test
    void refusesTokensOfAnotherKey() {
        String forged = LocalTokens.in(otherKeys, Clock.systemUTC()).issue("bo@contoso.com", List.of("coreteam"));

        assertThat(get("/projects/project001/people", "Bearer " + forged)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void refusesTokensThatHaveExpired() {
        var tokens = LocalTokens.in(otherKeys, Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)));
        var properties = new AccessProperties(new PathResource(tokens.publicKey()));

        var decoder = new AccessAutoConfiguration().publicKeyTokens(properties);

        assertThatThrownBy(() -> decoder.decode(tokens.issue("bo@contoso.com", List.of())))
                .hasMessageContaining("expired");
    }

    @Test
    void saysProjectNotFoundToStrangersAndNotAllowedToMembers() {
        assertThat(get("/projects/project002/people", MEMBER))
                .satisfies(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(404))
                .satisfies(answer -> assertThat(answer.getBody()).contains("urn:aifactory:problem:project-not-found"));
        assertThat(get("/projects/project001/decisions", MEMBER))
                .satisfies(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(403))
                .satisfies(answer -> assertThat(answer.getBody()).contains("urn:aifactory:problem:not-allowed"));
    }

    @Test
    void saysWhichNameIsWrong() {
        var answer = get("/projects/project1/people", MEMBER);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("urn:aifactory:problem:invalid-request")
                .contains("project 'project1' is not 'project' and three digits, such as project001");
    }

    @Test
    void readsEnvironmentsAsTheyAreWritten() {
        assertThat(get("/environments/dev", MEMBER).getBody()).isEqualTo("DEV");
        assertThat(get("/environments/stage", MEMBER).getBody()).contains("is not one of dev, test, prod");
    }

    @Test
    void saysEveryBrokenRuleAtOnce() {
        var answer = post("/things", "{\"name\":\" \",\"size\":0}");

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("\"reasons\":[\"name must not be blank\",\"size must be greater than 0\"]");
    }

    @Test
    void saysWhereTheBodyIsWrong() {
        assertThat(post("/things", "{\"name\":").getBody()).contains("the body is no JSON: line 1");
        assertThat(post("/things", "{\"name\":\"a\",\"size\":\"big\"}").getBody())
                .contains("size: has a value of the wrong kind");
        assertThat(post("/things", "{\"name\":\"a\",\"size\":1,\"model\":\"M11\"}")
                        .getBody())
                .contains("model: model 'M11' is not two digits");
        assertThat(post("/things", "").getBody()).contains("the body is missing");
    }

    @Test
    void saysWhichParameterIsMissing() {
        assertThat(get("/sum?a=1", MEMBER).getBody())
                .contains("urn:aifactory:problem:bad-request")
                .contains("'b'");
        assertThat(get("/sum?a=1&b=x", MEMBER).getBody()).contains("'x' is no valid value of b");
    }

    @Test
    void keepsUnexpectedErrorsToItself() {
        var answer = get("/boom", MEMBER);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody())
                .contains("errorId")
                .doesNotContain("secret")
                .doesNotContain("IllegalState");
    }

    @Test
    void answersUnknownPathsAndMethodsAsProblems() {
        assertThat(get("/nowhere", MEMBER).getBody()).contains("urn:aifactory:problem:not-found");
        assertThat(post("/boom", "{}").getBody()).contains("urn:aifactory:problem:method-not-allowed");
        assertThat(get("/projects/a;b/people", MEMBER).getBody()).contains("urn:aifactory:problem:bad-request");
    }

    @Test
    void letsMonitoringReadTheMetricsAndNothingElse() {
        String scraper = TestTokens.bearer("prometheus", Caller.MONITORING);

        assertThat(get("/actuator/prometheus", scraper).getBody()).isEqualTo("up 1");
        assertThat(get("/actuator/env", scraper).getStatusCode().value()).isEqualTo(403);
        assertThat(get("/projects/project001/people", scraper).getStatusCode().value())
                .isEqualTo(404);
        assertThat(get("/actuator/prometheus", MEMBER).getStatusCode().value()).isEqualTo(403);
        assertThat(get("/actuator/prometheus", null).getStatusCode().value()).isEqualTo(401);
    }

    private ResponseEntity<String> get(String path, String authorization) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(authorization)), String.class);
    }

    private ResponseEntity<String> post(String path, String body) {
        var headers = headers(MEMBER);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    private static HttpHeaders headers(String authorization) {
        var headers = new HttpHeaders();
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        return headers;
    }

    record Thing(@NotBlank String name, @Positive int size, ModelName model) {}

    @Configuration
    @EnableAutoConfiguration
    @Import(Things.class)
    static class Application {}

    @RestController
    static class Things {

        @GetMapping("/projects/{project}/people")
        String people(Caller caller, @PathVariable ProjectId project) {
            caller.requireMember(project);
            return caller.person();
        }

        @GetMapping("/projects/{project}/decisions")
        String decisions(Caller caller, @PathVariable ProjectId project) {
            caller.requireRole(project, ProjectRole.APPROVER);
            return "decided";
        }

        @GetMapping("/environments/{environment}")
        String environment(@PathVariable EnvironmentTier environment) {
            return environment.name();
        }

        @PostMapping("/things")
        String thing(@Valid @RequestBody Thing thing) {
            return thing.name();
        }

        @GetMapping("/sum")
        int sum(@RequestParam int a, @RequestParam int b) {
            return a + b;
        }

        @GetMapping("/actuator/prometheus")
        String metrics() {
            return "up 1";
        }

        @GetMapping("/boom")
        String boom() {
            throw new IllegalStateException("secret");
        }
    }
}
