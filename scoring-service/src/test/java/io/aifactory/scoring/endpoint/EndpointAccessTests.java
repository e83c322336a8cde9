package io.aifactory.scoring.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.ProjectDecommissioned;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.ScoringClient;
import io.aifactory.scoring.ScoringServiceTest;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ScoringServiceTest
class EndpointAccessTests {

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KeyRing keys;

    @Autowired
    private TransactionTemplate transaction;

    private ScoringEndpoint endpoint;

    @BeforeEach
    void deploy() {
        var neighbours = new Neighbours(bus, lakes);
        endpoint = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
    }

    @Test
    void leadAndMemberMakeKeysOthersDoNot() {
        assertThat(client.post(ScoringClient.keysOf(endpoint), token(ProjectRole.LEAD))
                        .status())
                .isEqualTo(201);
        assertThat(client.post(ScoringClient.keysOf(endpoint), token(ProjectRole.MEMBER))
                        .status())
                .isEqualTo(201);
        assertThat(client.post(ScoringClient.keysOf(endpoint), token(ProjectRole.APPROVER))
                        .status())
                .isEqualTo(403);
        assertThat(client.post(ScoringClient.keysOf(endpoint), stranger()).status())
                .isEqualTo(404);
    }

    @Test
    void projectIsUnknownToWhoHasNoPartInIt() {
        for (String what : new String[] {"endpoints", "scored", "scorings"}) {
            var path = "/projects/%s/%s".formatted(endpoint.project(), what);
            assertThat(client.get(path, token(ProjectRole.APPROVER)).status()).isEqualTo(200);
            assertThat(client.get(path, stranger()).body().get("type").asText())
                    .isEqualTo("urn:aifactory:problem:project-not-found");
        }
    }

    @Test
    void projectThatDoesNotExistIsUnknownToTheCoreTeamToo() {
        var answer = client.get("/projects/project999/scored", TestTokens.coreTeam());

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void endpointThatDoesNotExistHasNoKeys() {
        var other = ScoringClient.keysOf(endpoint).replace("/dev/", "/prod/");

        var answer = client.post(other, TestTokens.coreTeam());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:aifactory:problem:endpoint-not-found");
    }

    @Test
    void keyIsNowhereInTheDatabase() {
        var key = client.newKey(endpoint);
        var secret = key.substring(key.indexOf('.') + 1);

        var stored = jdbc.sql("select k::text from endpoint_key k")
                .query(String.class)
                .list();

        assertThat(secret).hasSize(43);
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(secret));
    }

    @Test
    void projectThatIsGivenUpAnswersNoMore() {
        var key = client.newKey(endpoint);
        assertThat(client.score(endpoint, key, "crm", "[{\"bmi\":1}]").status()).isEqualTo(200);

        bus.publish(new ProjectDecommissioned(endpoint.project(), "core@contoso.com", "done", Instant.now()));

        Awaitility.await()
                .atMost(Neighbours.PATIENCE)
                .until(() -> client.score(endpoint, key, "crm", "[{\"bmi\":1}]").status() == 401);
    }

    @Test
    void keyThatIsLookedUpWhileItIsRevokedOpensNothingAfterwards() {
        var key = client.newKey(endpoint);

        transaction.executeWithoutResult(status -> {
            keys.revokeAll(endpoint.project(), "core@contoso.com");
            assertThat(client.score(endpoint, key, "crm", "[{\"bmi\":1}]").status())
                    .isEqualTo(200);
        });

        assertThat(client.score(endpoint, key, "crm", "[{\"bmi\":1}]").status()).isEqualTo(401);
    }

    private String token(ProjectRole role) {
        return TestTokens.bearer(role + "@contoso.com", Caller.groupOf(endpoint.project(), role));
    }

    private static String stranger() {
        return TestTokens.bearer("stranger@contoso.com", Caller.groupOf(new ProjectId("project998"), ProjectRole.LEAD));
    }
}
