package io.aifactory.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.RegisteredDataset;
import io.aifactory.lake.dataset.RegistryName;
import io.aifactory.lake.engine.SqlAnswer;
import io.aifactory.lake.engine.TeamSql;
import io.aifactory.lake.query.InvalidQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests for {@link Asking} and {@link TableName}; what needs a catalogue and a lake is in the journeys. */
class AskingTests {

    private static final SqlAnswer ONE = new SqlAnswer(List.of("x"), List.of("BIGINT"), List.of(List.of("1")), true);

    /** An engine for which a query's tables are its words, and which asks something itself before it answers. */
    private static final class BusyEngine implements TeamSql {

        private Supplier<SqlAnswer> work = () -> ONE;

        @Override
        public Set<String> tablesOf(String sql) {
            return Set.of(sql.split(" ")).stream()
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }

        @Override
        public SqlAnswer query(String sql, Map<String, Path> tables, int mostRows) {
            return work.get();
        }
    }

    private final BusyEngine engine = new BusyEngine();

    private final Asking asking = new Asking(engine, new NamedVersions(null, null), new VersionFiles(null));

    @Test
    void answersTwoAtATimeAndOthersLater() {
        engine.work = () -> {
            engine.work = () -> {
                assertThatThrownBy(() -> asking.answer(question(""))).isInstanceOf(TooManyQueries.class);
                return ONE;
            };
            asking.answer(question(""));
            return ONE;
        };

        assertThat(asking.answer(question("")).rows()).hasSize(1);
        engine.work = () -> ONE;
        assertThat(asking.answer(question("")).truncated()).isFalse();
    }

    @Test
    void refusesTextsAndNumbersOfTablesWithoutEnd() {
        assertThatThrownBy(() -> asking.answer(question("x".repeat(70_000))))
                .isInstanceOf(InvalidQuery.class)
                .hasMessage("it is longer than 65536 bytes");
        String many = IntStream.range(0, 21).mapToObj(i -> "t" + i).collect(Collectors.joining(" "));
        assertThatThrownBy(() -> asking.answer(question(many)))
                .isInstanceOf(InvalidQuery.class)
                .hasMessage("it reads 21 tables; 20 at most");
    }

    @Test
    void namesSayProjectVersionAndPhase() {
        assertThat(TableName.of("project002/m11_gold@3")).hasValueSatisfying(name -> {
            assertThat(name.project()).isEqualTo(ProjectId.of(2));
            assertThat(name.dataset()).isEqualTo("m11_gold");
            assertThat(name.version()).hasValue(3);
        });
        assertThat(TableName.of("project002/11_A_reg/m11_gold@3")).hasValueSatisfying(name -> {
            assertThat(name.model()).isEqualTo(new ModelName("11_a_reg"));
            assertThat(name.dataset()).isEqualTo("m11_gold");
        });
        assertThat(TableName.of("M11_GOLD@research").orElseThrow().phase()).hasToString("research");
        assertThat(List.of(
                        "m11_gold@0",
                        "m11_gold@",
                        "../m11_gold",
                        "11_a/m11_gold",
                        "/etc/passwd",
                        "m11 gold",
                        "m11_gold@9999999999"))
                .allSatisfy(text -> assertThat(TableName.of(text)).isEmpty());
    }

    @Test
    void nameThatSeveralModelsHaveIsMadeExactByTheModel() {
        var gold = new RegistryName("M11_GOLD");
        var one = new RegisteredDataset(ProjectId.of(2), new ModelName("11_a_reg"), EnvironmentTier.DEV, gold);
        var other = new RegisteredDataset(ProjectId.of(2), new ModelName("11_b_reg"), EnvironmentTier.DEV, gold);
        TableName name = TableName.of("project002/m11_gold@3").orElseThrow();

        assertThat(List.of(one, other)).allMatch(name::fits);
        assertThat(new AmbiguousTable(name, List.of(one, other)))
                .hasMessage(
                        "'project002/m11_gold@3' may be several tables; say which: \"project002/11_a_reg/M11_GOLD@3\" or \"project002/11_b_reg/M11_GOLD@3\"");
        TableName exact = TableName.of(name.exactly(one)).orElseThrow();
        assertThat(List.of(one, other)).filteredOn(exact::fits).containsExactly(one);
    }

    private static Question question(String sql) {
        Caller caller = Caller.of("bo@contoso.com", List.of("prj001_member"));
        return new Question(caller, ProjectId.of(1), EnvironmentTier.DEV, Instant.EPOCH, sql, 10);
    }
}
