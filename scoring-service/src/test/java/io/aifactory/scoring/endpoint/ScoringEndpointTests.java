package io.aifactory.scoring.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringEndpointTests {

    @Test
    void isReadBackFromItsPath() {
        var endpoint = new ScoringEndpoint(
                new ProjectId("project001"), EnvironmentTier.PROD, new ModelName("11_diabetes_model_reg"));

        assertThat(endpoint.path()).isEqualTo("/score/prod/project001/11_diabetes_model_reg");
        assertThat(ScoringEndpoint.ofPath("/prod/project001/11_diabetes_model_reg"))
                .contains(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/prod/project001",
                "/stage/project001/11_diabetes_model_reg",
                "/prod/project1/11_diabetes_model_reg",
                "/prod/project001/../x",
                "/prod/project001/11_diabetes_model_reg/",
                "prod/project001/11_diabetes_model_reg"
            })
    void otherPathsAreNoEndpoint(String path) {
        assertThat(ScoringEndpoint.ofPath(path)).isEmpty();
    }
}
