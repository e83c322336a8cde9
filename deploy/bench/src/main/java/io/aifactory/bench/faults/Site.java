package io.aifactory.bench.faults;

import io.aifactory.bench.processes.Fleet;
import io.aifactory.bench.processes.Ground;
import io.aifactory.bench.processes.JavaProgram;
import io.aifactory.bench.processes.Member;
import io.aifactory.bench.processes.Proxy;
import io.aifactory.bench.workload.WorkloadApplication;
import io.aifactory.local.home.Ports;
import io.aifactory.local.postgres.PostgresServer;
import io.aifactory.localbus.LocalBusApplication;
import io.aifactory.localbus.LocalBusSettings;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything that runs: PostgreSQL, the bus, the roles and their replicas, and a wire from each role to both. */
final class Site implements AutoCloseable {

    static final String POSTGRES = Ports.POSTGRES;
    static final String BUS = Ports.BUS;

    private final Ground ground;
    private final BusDisk disk;
    private final Fleet fleet;
    private final NioEventLoopGroup wires = new NioEventLoopGroup(1, new DefaultThreadFactory("wires", true));
    private final Map<String, Proxy> proxies = new LinkedHashMap<>();
    private final Map<String, String> roleOfMember = new LinkedHashMap<>();
    private final Map<String, Integer> ports;
    private final PostgresServer postgres;
    private final FasterStart fasterStart;
    private final AtomicBoolean closed = new AtomicBoolean();

    Site(Ground ground, List<String> members, FasterStart fasterStart) {
        this.ground = ground;
        this.fasterStart = fasterStart;
        this.disk = new BusDisk(ground.home().bus());
        this.fleet = new Fleet(ground.home().logs());
        var named = new ArrayList<>(List.of(POSTGRES, BUS));
        named.addAll(members);
        this.ports = Ports.free(named);
        this.postgres = PostgresServer.in(ground.home(), port(POSTGRES));
        fleet.add(POSTGRES, postgres::command, Map.of("LC_ALL", "C"));
        fleet.add(BUS, this::busCommand, Map.of());
        members.forEach(this::addRole);
    }

    private List<String> busCommand() {
        return JavaProgram.command(
                "384m",
                LocalBusApplication.class,
                List.of(),
                List.of("--port=" + port(BUS), "--config=" + ground.home().busConfig(), "--data=" + disk.data()));
    }

    private void addRole(String member) {
        var role = member.replaceFirst("#.*", "");
        roleOfMember.put(member, role);
        var toBus = new Proxy(wires, port(BUS));
        var toPostgres = new Proxy(wires, port(POSTGRES));
        proxies.put(member + "-bus", toBus);
        proxies.put(member + "-postgres", toPostgres);
        fleet.add(
                member,
                () -> JavaProgram.command("160m", WorkloadApplication.class, fasterStart.options(), List.of()),
                environment(role, port(member), toBus.port(), toPostgres.port()));
    }

    Map<String, String> environment(String role, int port, int busPort, int postgresPort) {
        return Map.of(
                "SPRING_APPLICATION_NAME", role,
                "WORKLOAD_PORT", String.valueOf(port),
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresPort, role),
                "SPRING_DATASOURCE_USERNAME", postgres.user(),
                "SPRING_DATASOURCE_PASSWORD", postgres.password(),
                "SPRING_CLOUD_AZURE_SERVICEBUS_CONNECTION_STRING", connectionString(busPort),
                "MALLOC_ARENA_MAX", "2");
    }

    Fleet fleet() {
        return fleet;
    }

    Member member(String name) {
        return fleet.member(name);
    }

    List<String> roleMembers() {
        return List.copyOf(roleOfMember.keySet());
    }

    Proxy proxy(String name) {
        return Objects.requireNonNull(proxies.get(name), name);
    }

    List<String> proxyNames() {
        return List.copyOf(proxies.keySet());
    }

    BusDisk disk() {
        return disk;
    }

    PostgresServer postgres() {
        return postgres;
    }

    /** Returns the address of a role's desk. */
    URI desk(String member) {
        return URI.create("http://127.0.0.1:%d/".formatted(port(member)));
    }

    /** Returns the desks of every replica of a role. */
    List<URI> desks(String role) {
        return roleOfMember.keySet().stream()
                .filter(member -> role.equals(roleOfMember.get(member)))
                .map(this::desk)
                .toList();
    }

    /** Returns the way to the bus that no wire disturbs. */
    String connectionString() {
        return connectionString(port(BUS));
    }

    private static String connectionString(int port) {
        return "Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=%s;SharedAccessKey=%s;UseDevelopmentEmulator=true;"
                .formatted(port, LocalBusSettings.OPEN_KEY.name(), LocalBusSettings.OPEN_KEY.key());
    }

    /** Returns the file of the bus's entities. */
    Path config() {
        return ground.home().busConfig();
    }

    int port(String process) {
        return Objects.requireNonNull(ports.get(process), process);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        fleet.close();
        proxies.values().forEach(Proxy::close);
        wires.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        disk.close();
    }
}
