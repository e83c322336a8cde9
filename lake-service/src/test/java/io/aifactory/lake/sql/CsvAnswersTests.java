package io.aifactory.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.RegistryName;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;

/** Tests for {@link CsvAnswers}. */
class CsvAnswersTests {

    @Test
    void writesNoFormulaAndTellsNothingFromAnEmptyText() throws IOException {
        var answer = new Answer(
                List.of(new Answer.Column("id", "BIGINT"), new Answer.Column("=note", "VARCHAR")),
                List.of(
                        Arrays.asList("-1.5e3", "=cmd|' /c calc'!A0"),
                        Arrays.asList("+7", "-1+1"),
                        Arrays.asList(null, ""),
                        Arrays.asList("1", "a \"b\",\nc")),
                true,
                List.of(new Answer.Table(
                        "m11_gold",
                        ProjectId.of(1),
                        new RegistryName("M11_GOLD"),
                        EnvironmentTier.DEV,
                        2,
                        Instant.EPOCH)));
        var output = new MockHttpOutputMessage();

        new CsvAnswers().write(answer, MediaType.valueOf(CsvAnswers.CSV), output);

        assertThat(output.getBodyAsString()).isEqualTo("""
                        id,'=note\r
                        -1.5e3,'=cmd|' /c calc'!A0\r
                        +7,'-1+1\r
                        ,""\r
                        1,"a ""b"",
                        c"\r
                        """);
        assertThat(output.getHeaders().getFirst(CsvAnswers.TRUNCATED)).isEqualTo("true");
        assertThat(output.getHeaders().getFirst(CsvAnswers.VERSIONS)).isEqualTo("project001/M11_GOLD@2");
    }
}
