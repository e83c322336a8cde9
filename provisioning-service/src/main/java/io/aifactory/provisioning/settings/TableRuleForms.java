package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.TableRule;
import io.aifactory.provisioning.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a source dataset has to hold as a whole: its section {@code table}. */
final class TableRuleForms {

    private static final int OLDEST_DAYS = 36_500;

    private TableRuleForms() {}

    /** Returns the rule; absent if there is none. */
    static @Nullable TableRule read(Form dataset) {
        if (!dataset.has("table")) {
            return null;
        }
        Form form = dataset.section("table")
                .knowing(List.of("minRows", "maxRowChange", "maxBadShare", "dateColumn", "maxAgeDays"));
        String dateColumn = form.has("dateColumn") ? form.requiredText("dateColumn", DatasetForms.LONGEST_NAME) : null;
        if (form.has("dateColumn") != form.has("maxAgeDays")) {
            form.refuse("dateColumn and maxAgeDays go together");
        }
        return new TableRule(
                atLeast(form, "minRows", 0),
                share(form, "maxRowChange"),
                share(form, "maxBadShare"),
                dateColumn,
                days(form));
    }

    private static @Nullable Long atLeast(Form form, String key, long least) {
        Long number = form.wholeNumber(key);
        if (number != null && number < least) {
            form.refuse(key, "is %d, less than %d".formatted(number, least));
        }
        return number;
    }

    private static @Nullable Double share(Form form, String key) {
        Double share = form.number(key);
        if (share != null && (share < 0 || share > 1)) {
            form.refuse(key, "is %s, not a share from 0 to 1".formatted(share));
        }
        return share;
    }

    private static @Nullable Integer days(Form form) {
        Long days = form.wholeNumber("maxAgeDays");
        if (days != null && (days < 0 || days > OLDEST_DAYS)) {
            form.refuse("maxAgeDays", "is %d, not from 0 to %d".formatted(days, OLDEST_DAYS));
            return null;
        }
        return days == null ? null : Math.toIntExact(days);
    }
}
