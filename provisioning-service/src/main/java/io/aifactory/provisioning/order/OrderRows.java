package io.aifactory.provisioning.order;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TicketReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads orders from rows. */
final class OrderRows {

    private OrderRows() {}

    static ProjectOrder order(ResultSet row, int number) throws SQLException {
        String project = row.getString("project");
        return ProjectOrder.restored(
                new ProjectOrderId(row.getObject("id", UUID.class)),
                submission(row),
                OrderStatus.valueOf(row.getString("status")),
                project == null ? null : new ProjectId(project),
                texts(row, "reasons"));
    }

    static String[] labels(List<EnvironmentTier> environments) {
        return environments.stream().map(EnvironmentTier::label).toArray(String[]::new);
    }

    private static OrderSubmission submission(ResultSet row) throws SQLException {
        return new OrderSubmission(
                row.getString("display_name"),
                row.getString("owner"),
                row.getString("cost_center"),
                texts(row, "environments").stream().map(EnvironmentTier::of).toList(),
                row.getString("ordered_by"),
                row.getString("fingerprint"),
                ticket(row),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable TicketReference ticket(ResultSet row) throws SQLException {
        String number = row.getString("ticket_number");
        return number == null
                ? null
                : new TicketReference(row.getString("ticket_system"), row.getString("ticket_instance"), number);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
