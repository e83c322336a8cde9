package io.aifactory.lake.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Writes answers as CSV (RFC 4180). No value is an empty field, and an empty text a quoted one. People open it in spreadsheets,
 * which would run what begins like a formula: a quote before it makes it text, as in {@code bad.csv}. What has no place in
 * a table is in the headers.
 */
@Component
class CsvAnswers extends AbstractHttpMessageConverter<Answer> {

    static final String CSV = "text/csv";
    static final String TRUNCATED = "Factory-Truncated";
    static final String VERSIONS = "Factory-Versions";

    private static final String LINE_END = "\r\n";
    private static final String FORMULA_BEGINNINGS = "=+@\t\r-";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("^$|[\",\\r\\n]|^\\s|\\s$");

    CsvAnswers() {
        super(new MediaType("text", "csv", UTF_8));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Answer.class;
    }

    @Override
    protected Answer readInternal(Class<? extends Answer> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("answers are written and never read", input);
    }

    @Override
    protected void writeInternal(Answer answer, HttpOutputMessage output) throws IOException {
        output.getHeaders().set(TRUNCATED, String.valueOf(answer.truncated()));
        output.getHeaders()
                .set(
                        VERSIONS,
                        answer.tables().stream().map(Answer.Table::exactName).collect(Collectors.joining(", ")));
        var writer = new BufferedWriter(new OutputStreamWriter(output.getBody(), UTF_8));
        write(writer, answer.columns().stream().map(Answer.Column::name).toList());
        for (List<@Nullable String> row : answer.rows()) {
            write(writer, row);
        }
        writer.flush();
    }

    private static void write(Writer writer, List<? extends @Nullable String> values) throws IOException {
        writer.write(values.stream().map(CsvAnswers::field).collect(Collectors.joining(",")));
        writer.write(LINE_END);
    }

    private static String field(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String text = harmless(value);
        return NEEDS_QUOTES.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static String harmless(String value) {
        boolean formula = !value.isEmpty()
                && FORMULA_BEGINNINGS.indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
        return formula ? "'" + value : value;
    }
}
