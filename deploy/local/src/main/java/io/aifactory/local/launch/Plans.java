package io.aifactory.local.launch;

import io.aifactory.contracts.access.local.LocalTokens;
import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.postgres.PostgresServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How each process of the factory is run: the bus and the database server first, then the services with what they need to know. */
final class Plans {

    private static final String HEAP_OF_BUS = "128m";
    private static final String HEAP_OF_SERVICE = "224m";

    private final FactoryHome home;
    private final Map<String, Integer> ports;
    private final PostgresServer postgres;

    Plans(FactoryHome home, Map<String, Integer> ports, PostgresServer postgres) {
        this.home = home;
        this.ports = Map.copyOf(ports);
        this.postgres = postgres;
    }

    /** Returns the plan of every process that has a port. */
    List<ProcessPlan> all() {
        var plans = new ArrayList<ProcessPlan>();
        plans.add(bus());
        plans.add(postgres());
        for (var service : ServiceName.values()) {
            if (ports.containsKey(service.label())) {
                plans.add(service(service));
            }
        }
        return plans;
    }

    private ProcessPlan bus() {
        var port = port(Ports.BUS);
        var arguments = List.of(
                "-Dfactory.home=" + home.root(),
                "-Dfactory.project=" + home.project(),
                "-cp",
                LauncherJars.classPath(home),
                "io.aifactory.local.Factory",
                "bus",
                "--port=" + port,
                "--config=" + home.busConfig(),
                "--data=" + home.bus());
        return new ProcessPlan(
                Ports.BUS,
                port,
                JavaCommand.of(HEAP_OF_BUS, arguments),
                Map.of(),
                home.log(Ports.BUS),
                List.of(),
                Readiness.ofPort(port));
    }

    private ProcessPlan postgres() {
        return new ProcessPlan(
                Ports.POSTGRES,
                port(Ports.POSTGRES),
                postgres.command(),
                Map.of("LC_ALL", "C"),
                home.log(Ports.POSTGRES),
                List.of(),
                new DatabasesReady(postgres));
    }

    private ProcessPlan service(ServiceName service) {
        var port = port(service.label());
        var jar = ServiceJar.of(home, service).extracted();
        return new ProcessPlan(
                service.label(),
                port,
                JavaCommand.of(HEAP_OF_SERVICE, List.of("-jar", jar.toString())),
                environment(service, port),
                home.log(service.label()),
                List.of(Ports.BUS, Ports.POSTGRES),
                Readiness.ofService(port));
    }

    private Map<String, String> environment(ServiceName service, int port) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_DATASOURCE_URL", postgres.url(service.label()));
        environment.put("SPRING_DATASOURCE_USERNAME", postgres.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        environment.put(
                "SPRING_CLOUD_AZURE_SERVICEBUS_CONNECTION_STRING",
                new BusAddress(home, port(Ports.BUS)).connectionString());
        environment.put("FACTORY_LAKE_ROOT", home.lake().toString());
        environment.put("FACTORY_LOCAL_ROOT", home.root().toString());
        environment.put(
                "FACTORY_ACCESS_PUBLIC_KEY",
                LocalTokens.in(home.keys(), Clock.systemUTC()).publicKey().toString());
        if (service == ServiceName.LAKE) {
            BuiltSpark.of(home).ifPresent(path -> environment.put("FACTORY_ENGINE_SPARK_CLASSPATH", path));
        }
        // glibc keeps an arena per thread otherwise, which costs more than the heap saves
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    private int port(String process) {
        return Objects.requireNonNull(ports.get(process), process);
    }
}
