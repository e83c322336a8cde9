package io.aifactory.local.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows projects. */
@Command(
        name = "projects",
        description = "Show the projects you may see, or one of them with its environments and members.",
        footer = {"", "Examples:", "  ./factory projects", "  ./factory projects project001 --as anna@contoso.com"})
public final class Projects implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "PROJECT", defaultValue = "", description = "Such as project001.")
    private String project = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var api = FactoryApi.as(signIn);
        if (project.isEmpty()) {
            showAll(api.get(ServiceName.PROVISIONING, ResourcePath.of("projects")));
        } else {
            show(api.get(ServiceName.PROVISIONING, ResourcePath.of("projects", project)));
        }
        return 0;
    }

    private void showAll(JsonNode projects) {
        var table = Table.of("project", "name", "owner", "state", "environments", "ordered at");
        Fields.items(projects)
                .forEach(one -> table.row(
                        Fields.text(one, "project"),
                        Fields.text(one, "displayName"),
                        Fields.text(one, "owner"),
                        Fields.lower(one, "state"),
                        names(one, "environments", "environment"),
                        Fields.time(one, "orderedAt")));
        output.answer(projects, table, "No project yet. Order one: ./factory order --help");
    }

    private void show(JsonNode one) {
        var lines = new ArrayList<>(List.of(
                "%s  %s".formatted(Fields.text(one, "project"), Fields.text(one, "displayName")),
                "owner %s, cost center %s, ordered %s%s"
                        .formatted(
                                Fields.text(one, "owner"),
                                Fields.text(one, "costCenter"),
                                Fields.time(one, "orderedAt"),
                                one.hasNonNull("ticket") ? " by ticket " + Fields.text(one, "ticket") : ""),
                "models: " + Fields.list(one, "models"),
                ""));
        lines.addAll(environments(one).lines());
        lines.add("");
        lines.addAll(members(one).lines());
        output.answer(one, lines);
    }

    private static Table environments(JsonNode one) {
        var table = Table.of("environment", "state", "provisioned at", "resources");
        Fields.items(one.path("environments"))
                .forEach(environment -> table.row(
                        Fields.text(environment, "environment"),
                        Fields.lower(environment, "state"),
                        Fields.time(environment, "provisionedAt"),
                        names(environment, "resources", "name")));
        return table;
    }

    private static Table members(JsonNode one) {
        var table = Table.of("member", "role");
        Fields.items(one.path("members"))
                .forEach(member -> table.row(Fields.text(member, "person"), Fields.text(member, "role")));
        return table;
    }

    private static String names(JsonNode node, String list, String field) {
        return Fields.items(node.path(list)).stream()
                .map(item -> Fields.text(item, field))
                .collect(Collectors.joining(", "));
    }
}
