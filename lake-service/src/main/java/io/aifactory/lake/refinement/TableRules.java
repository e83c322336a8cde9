package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.TableRule;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.SilverOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is against a silver table as a whole. */
@Component
class TableRules {

    private final Clock clock;

    TableRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns every reason against the table; empty if it may become a version.
     *
     * @param before the version before it; absent if it is the first
     */
    List<String> reasons(@Nullable TableRule rule, SilverOutcome outcome, @Nullable DatasetVersion before) {
        if (rule == null) {
            return List.of();
        }
        var reasons = new ArrayList<String>();
        tooFew(rule, outcome).ifPresent(reasons::add);
        tooManyBad(rule, outcome).ifPresent(reasons::add);
        changedTooMuch(rule, outcome, before).ifPresent(reasons::add);
        tooOld(rule, outcome).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<String> tooFew(TableRule rule, SilverOutcome outcome) {
        Long least = rule.minRows();
        long rows = outcome.silver().rows();
        return least == null || rows >= least
                ? Optional.empty()
                : Optional.of("it has %d good rows, fewer than %d".formatted(rows, least));
    }

    private static Optional<String> tooManyBad(TableRule rule, SilverOutcome outcome) {
        Double most = rule.maxBadShare();
        long all = outcome.silver().rows() + outcome.badRows();
        return most == null || all == 0 || outcome.badRows() <= most * all
                ? Optional.empty()
                : Optional.of(
                        "%d of its %d rows are bad, more than %s".formatted(outcome.badRows(), all, percent(most)));
    }

    private static Optional<String> changedTooMuch(
            TableRule rule, SilverOutcome outcome, @Nullable DatasetVersion before) {
        Double most = rule.maxRowChange();
        if (most == null || before == null) {
            return Optional.empty();
        }
        long rows = outcome.silver().rows();
        long rowsBefore = before.reference().rows();
        return Math.abs(rows - rowsBefore) <= most * rowsBefore
                ? Optional.empty()
                : Optional.of("it has %d good rows after %d in version %d, which differ by more than %s"
                        .formatted(rows, rowsBefore, before.reference().version(), percent(most)));
    }

    private Optional<String> tooOld(TableRule rule, SilverOutcome outcome) {
        String column = rule.dateColumn();
        Integer days = rule.maxAgeDays();
        if (column == null || days == null) {
            return Optional.empty();
        }
        LocalDate oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days);
        Optional<LocalDate> newest = newestDate(outcome, ColumnNames.normalise(column));
        return newest.isPresent() && !newest.get().isBefore(oldest)
                ? Optional.empty()
                : Optional.of("the newest date in %s is %s, before %s"
                        .formatted(column, newest.map(LocalDate::toString).orElse("missing"), oldest));
    }

    private static Optional<LocalDate> newestDate(SilverOutcome outcome, String column) {
        return outcome.silver().columns().stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .map(ColumnProfile::max)
                .flatMap(TableRules::date);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%s %%", share * 100);
    }
}
