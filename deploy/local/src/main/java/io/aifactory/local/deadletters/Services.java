package io.aifactory.local.deadletters;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.terminal.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which services are asked. */
final class Services {

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Only this service, such as lake. Default: all five.")
    private @Nullable String name;

    List<ServiceName> chosen() {
        return name == null ? List.of(ServiceName.values()) : List.of(named(name));
    }

    static ServiceName named(String name) {
        return Stream.of(ServiceName.values())
                .filter(service ->
                        service.label().equals(name) || service.module().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("There is no service '%s'. There are: %s".formatted(name, known())));
    }

    private static String known() {
        return Stream.of(ServiceName.values()).map(ServiceName::module).collect(Collectors.joining(", "));
    }
}
