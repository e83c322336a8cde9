package io.aifactory.training.pipeline.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.training.pipeline.DeliveryNotice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureDevOpsNoticesTests {

    private final AzureDevOpsNotices notices = new AzureDevOpsNotices(new ObjectMapper());

    @Test
    void readsMessageOfPipeline() {
        var notice = read("""
                {"schema":"aif.pipeline.v1","project":"prj001","model":"m11","environment":"dev",
                 "action":"training-complete","buildId":2727068,"commit":"600c52d2","modelFile":"a/b.onnx",
                 "features":["bmi","age"],"requestedFor":"chuck@contoso.com"}""");

        assertThat(notice)
                .contains(new DeliveryNotice(
                        ProjectId.of(1),
                        "m11",
                        "2727068",
                        "600c52d2",
                        "a/b.onnx",
                        List.of("bmi", "age"),
                        "chuck@contoso.com"));
    }

    @Test
    void saysAllThatIsWrongWithMessageOfPipeline() {
        assertThatExceptionOfType(Unprocessable.class)
                .isThrownBy(() -> read("""
                        {"schema":"aif.pipeline.v1","project":"../etc","model":"x","environment":"prod",
                         "action":"promote","buildId":"a/b","features":"bmi"}"""))
                .withMessage(
                        "The message of schema aif.pipeline.v1 is wrong: action 'promote' is not training-complete; "
                                + "project '../etc' is not like prj001; model 'x' is not like m11 or 11_diabetes_model_reg; "
                                + "environment 'prod' is not dev, where models are delivered; "
                                + "buildId 'a/b' is not of letters, digits and ._-; "
                                + "requestedFor is missing: somebody has to answer for the model; "
                                + "features is no list of names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"completed\",\"result\":\"succeeded\"",
                "\"status\":\"completed\",\"result\":\"partiallySucceeded\"",
                "\"status\":\"succeeded\""
            })
    void readsCompletedBuildOfBothVersions(String outcome) {
        var notice = read(build(outcome, "\"nightly\",\"prj007\",\"m11\"")).orElseThrow();

        assertThat(notice.project()).isEqualTo(ProjectId.of(7));
        assertThat(notice.model()).isEqualTo("m11");
        assertThat(notice.buildId()).isEqualTo("2727068");
        assertThat(notice.modelFile()).isNull();
        assertThat(notice.requestedFor()).isEqualTo("dana@contoso.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"completed\",\"result\":\"failed\"",
                "\"status\":\"completed\",\"result\":\"canceled\"",
                "\"status\":\"failed\""
            })
    void passesOverBuildThatDidNotSucceed(String outcome) {
        assertThat(read(build(outcome, "\"prj007\",\"m11\""))).isEmpty();
    }

    @Test
    void passesOverBuildOfSomebodyElse() {
        assertThat(read(build("\"result\":\"succeeded\"", "\"nightly\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "{\"displayName\":\"Dana\"}", "{\"uniqueName\":\" \"}", "{\"uniqueName\":null}"})
    void refusesBuildThatNobodyAnswersFor(String requestedFor) {
        assertThatExceptionOfType(Unprocessable.class)
                .isThrownBy(() -> read("""
                        {"eventType":"build.complete","resource":{"id":2727068,"result":"succeeded",
                         "tags":["prj007","m11"],"requestedFor":%s}}""".formatted(requestedFor)))
                .withMessage("requestedFor.uniqueName is missing: somebody has to answer for the model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"eventType\":\"git.push\"}", "[]", "no json", ""})
    void refusesOtherMessages(String body) {
        assertThatExceptionOfType(Unprocessable.class).isThrownBy(() -> read(body));
    }

    private Optional<DeliveryNotice> read(String body) {
        return notices.read(body.getBytes(UTF_8));
    }

    private static String build(String outcome, String tags) {
        return """
                {"eventType":"build.complete","resource":{"id":2727068,%s,"tags":[%s],
                 "requestedFor":{"displayName":"Dana","uniqueName":"dana@contoso.com"}}}""".formatted(outcome, tags);
    }
}
