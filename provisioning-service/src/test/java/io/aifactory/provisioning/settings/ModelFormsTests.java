package io.aifactory.provisioning.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.ColumnRule;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.FileForm;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.TableRule;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.provisioning.form.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFormsTests {

    private static final String MODEL = """
            {"name": "11_diabetes_model_reg", "label": "progression", "key": "id",
             "datasets": [{"name": "ds01_measurements", "rules": [{"column": "age", "required": true, "max": 120}]}]%s}
            """;

    private final ModelForms forms = ModelFormsFixture.withEnterpriseDefaults();

    @Test
    void laysWhatTheModelSetsOverTheDefaults() {
        Form form = orderOf(
                MODEL.formatted(
                        ", 'split': {'train': 0.7, 'validate': 0.1}, 'promotion': {'weights': [{'metric': 'r2', 'weight': -0.01}]}"));

        ModelOrder model = forms.read(form).get(0);

        assertThat(form.reasons()).isEmpty();
        assertThat(model.settings().split().train()).isEqualTo(0.7);
        assertThat(model.settings().split().test()).isEqualTo(0.2);
        assertThat(model.settings().promotion().weights()).containsExactly(new MetricWeight("r2", -0.01));
        assertThat(model.levels())
                .containsEntry("split.train", "model")
                .containsEntry("split.test", "enterprise")
                .containsEntry("promotion.weights", "model")
                .containsEntry("promotion.approvalRequired", "enterprise")
                .hasSize(SettingKey.values().length - 1)
                .doesNotContainKey("split.groupBy");
    }

    @Test
    void readsTheRulesOfColumns() {
        ModelOrder model = forms.read(orderOf(MODEL.formatted(""))).get(0);

        assertThat(model.settings().datasets())
                .containsExactly(new DatasetSettings(
                        new DatasetName("ds01_measurements"), List.of(new ColumnRule("age", null, true, null, 120.0))));
    }

    @Test
    void readsWhatDataHasToHoldAndHowItIsTreated() {
        ModelOrder model = forms.read(orderOf("""
                        {'name': '11_a_reg', 'label': 'y', 'key': 'id', 'phase': 'research', 'split': {'groupBy': 'family'},
                         'datasets': [{'name': 'ds01_a',
                            'table': {'minRows': 10, 'maxRowChange': 0.5, 'maxBadShare': 0.1, 'dateColumn': 'day', 'maxAgeDays': 7},
                            'rules': [{'column': 'b', 'values': {'unique': true, 'oneOf': ['x', 'y'], 'pattern': '[a-z]+',
                                'references': {'dataset': 'ds02_b', 'column': 'c'}}}]}, {'name': 'ds02_b'}]}""")).get(0);

        assertThat(model.settings().phase()).isEqualTo(DataPhase.RESEARCH);
        assertThat(model.settings().split().groupBy()).isEqualTo("family");
        var values =
                new ValueRule(true, List.of("x", "y"), "[a-z]+", new ColumnReference(new DatasetName("ds02_b"), "c"));
        assertThat(model.settings().datasets().get(0))
                .isEqualTo(new DatasetSettings(
                        new DatasetName("ds01_a"),
                        List.of(new ColumnRule("b", null, false, null, null, values)),
                        null,
                        new TableRule(10L, 0.5, 0.1, "day", 7),
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'split': {'train': 0.7}                   | split train 0.7, validate 0.2 and test 0.2 do not add up to 1",
                "'split': {'train': 1.2}                   | split.train is 1.2, not a share between 0 and 1",
                "'split': {'trian': 0.6}                   | split.trian is unknown; did you mean train?",
                "'split': {'seed': 1.5}                    | split.seed is no whole number",
                "'training': {'primaryMetric': 'auc'}      | training.primaryMetric names 'auc', which is no metric of regression: mae, mape, r2, rmse, spearman",
                "'training': {'folds': 1}                  | training.folds is 1, not from 2 to 20",
                "'training': {'timeBudgetSeconds': 0}      | training.timeBudgetSeconds is 0, not from 1 to 604800",
                "'promotion': {'weights': []}              | promotion.weights is empty; a model has to pass something",
                "'promotion': {'weights': [{'metric': 'f1', 'weight': 0}]} | promotion.weights names 'f1', which is no metric of regression: mae, mape, r2, rmse, spearman",
                "'promotion': {'weights': [{'metric': 'r2'}]}       | promotion.weights[0].weight is missing",
                "'promotion': {'weights': [{'metric': 'r2', 'weight': 0}, {'metric': 'r2', 'weight': 1}]} | promotion.weights names a metric twice",
                "'promotion': {'approvalRequired': ['stage']} | promotion.approvalRequired: environment 'stage' is not one of dev, test, prod",
                "'traning': {}                             | traning is unknown; did you mean training?"
            })
    void refusesSettingsThatCannotHold(String settings, String reason) {
        Form form = orderOf(MODEL.formatted(", " + settings));

        List<ModelOrder> models = forms.read(form);

        assertThat(form.reasons()).containsExactly("models[0]." + reason);
        assertThat(models).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                        | datasets is empty; a model learns from at least one",
                "[{'name': 'gold'}]                        | datasets[0].name is 'gold', which is what datasets are merged to",
                "[{'name': 'ds01_a'}, {'name': 'ds01_a'}]  | datasets[1].name 'ds01_a' is there twice",
                "[{'name': 'ds01_a'}, {'name': 'ds01_b'}]  | datasets[1].name 'ds01_b' has a number that another dataset of the model has",
                "[{'name': 'ds01_a', 'rules': [{'column': 'a', 'type': 'float'}]}] | datasets[0].rules[0].type is 'float', not one of integer, double, string, date, boolean",
                "[{'name': 'ds01_a', 'rules': [{'column': 'a', 'min': 2, 'max': 1}]}] | datasets[0].rules[0].min 2.0 is more than max 1.0",
                "[{'name': 'ds01_a', 'rules': [{'column': 'a'}, {'column': 'a'}]}] | datasets[0].rules[1].column 'a' has a rule already",
                "[{'name': 'ds01_a', 'form': {'delimiter': 'tab'}}] | datasets[0].form.delimiter is 'tab', not one ASCII character that is no letter, digit, quote or line break; a tabulator is written \\t",
                "[{'name': 'ds01_a', 'form': {'delimiter': ';', 'quote': ';'}}] | datasets[0].form.quote is ';', which is the delimiter",
                "[{'name': 'ds01_a', 'form': {'quote': 'x'}}] | datasets[0].form.quote is 'x', not one ASCII character, such as ', or empty for none",
                "[{'name': 'ds01_a', 'form': {'encoding': 'ansi latin'}}] | datasets[0].form.encoding is 'ansi latin', which is no encoding known here; usual are UTF-8, UTF-16, windows-1252 and ISO-8859-1",
                "[{'name': 'ds01_a', 'form': {'decimal': ';'}}] | datasets[0].form.decimal is ';', neither '.' nor ','",
                "[{'name': 'ds01_a', 'form': {'header': true, 'columns': ['a']}}] | datasets[0].form.columns is for files without a header, and header is true",
                "[{'name': 'ds01_a', 'form': {'header': false, 'columns': ['a', 'a']}}] | datasets[0].form.columns names 'a' twice",
                "[{'name': 'ds01_a', 'form': {'delimeter': ','}}] | datasets[0].form.delimeter is unknown; did you mean delimiter?",
                "[{'name': 'ds01_a', 'engine': 'flink'}] | datasets[0].engine: engine 'flink' is not automatic, embedded or spark",
                "[{'name': 'ds01_a', 'table': {'maxBadShare': 2}}] | datasets[0].table.maxBadShare is 2.0, not a share from 0 to 1",
                "[{'name': 'ds01_a', 'table': {'maxAgeDays': 2}}] | datasets[0].table: dateColumn and maxAgeDays go together",
                "[{'name': 'ds01_a', 'rules': [{'column': 'a', 'values': {'pattern': '(?=x)'}}]}] | datasets[0].rules[0].values.pattern looks around or back, which engines can't do",
                "[{'name': 'ds01_a', 'rules': [{'column': 'a', 'values': {'pattern': '['}}]}] | datasets[0].rules[0].values.pattern can't be read: Unclosed character class",
                "[{'name': 'ds01_a', 'rules': [{'column': 'a', 'values': {'references': {'dataset': 'ds01_a', 'column': 'b'}}}]}] | datasets[0].rules[0].values.references.dataset is 'ds01_a', not another source dataset of the model",
                "[{'name': 'ds01_a', 'rules': [{'column': 'a', 'values': {'references': {'dataset': 'ds02_b', 'column': 'b'}}}]}] | datasets has no 'ds02_b', which a rule refers to",
                "[{'name': 'ds01_a', 'rules': [{'columm': 'a'}]}] | datasets[0].rules[0].columm is unknown; did you mean column?"
            })
    void refusesDatasetsThatCannotBeRefined(String datasets, String reason) {
        Form form = orderOf("{'name': '11_a_reg', 'label': 'y', 'key': 'id', 'datasets': %s}".formatted(datasets));

        forms.read(form);

        assertThat(form.reasons()).contains("models[0]." + reason);
    }

    @Test
    void readsHowFilesAreWritten() {
        String form =
                "{'delimiter': '\\t', 'quote': '', 'encoding': 'windows-1252', 'decimal': ',', 'header': false, 'columns': ['id', 'y']}";
        Form order =
                orderOf("{'name': '11_a_reg', 'label': 'y', 'key': 'id', 'datasets': [{'name': 'ds01_a', 'form': %s}]}"
                        .formatted(form));

        ModelOrder model = forms.read(order).get(0);

        assertThat(order.reasons()).isEmpty();
        assertThat(model.settings().datasets().get(0).form())
                .isEqualTo(new FileForm("\t", "", "windows-1252", ",", false, List.of("id", "y"), null));
    }

    @Test
    void refusesTwoModelsOfOneNumber() {
        Form form = orderOf(MODEL.formatted("") + "," + MODEL.formatted("").replace("diabetes", "other"));

        forms.read(form);

        assertThat(form.reasons())
                .containsExactly(
                        "models[1].name '11_other_model_reg' has a number that another model of the order has");
    }

    private static Form orderOf(String models) {
        return Form.parse(
                "{\"models\": [%s]}".formatted(models).replace('\'', '"').getBytes(UTF_8));
    }
}
