package io.aifactory.lake.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ModelZone;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests for {@link RefinementScope}. */
class RefinementScopeTests {

    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");

    @ParameterizedTest
    @MethodSource("scopes")
    void isReadAsItIsWritten(RefinementScope scope) {
        assertThat(RefinementScope.parse(scope.toString())).isEqualTo(scope);
    }

    static Stream<RefinementScope> scopes() {
        return Stream.of(
                new RefinementScope(ModelZone.train(ProjectId.of(1), MODEL), EnvironmentTier.DEV),
                new RefinementScope(ModelZone.inference(ProjectId.of(7), MODEL, 12), EnvironmentTier.PROD));
    }
}
