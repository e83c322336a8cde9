package io.aifactory.localbus;

import io.aifactory.localbus.amqp.AmqpServer;
import io.aifactory.localbus.amqp.Bus;
import io.aifactory.localbus.amqp.MessageCodec;
import io.aifactory.localbus.amqp.RuleDescriptions;
import io.aifactory.localbus.amqp.SendGate;
import io.aifactory.localbus.entity.Entities;
import io.aifactory.localbus.entity.EntityCounts;
import io.aifactory.localbus.store.FileMessageLog;
import io.aifactory.localbus.store.GroupCommit;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running bus. A message is confirmed to its sender, and a settlement to its receiver, only once it is on disk; what was
 * confirmed survives the death of the process.
 */
public final class LocalBus implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalBus.class);
    private static final long TICK_MILLIS = 50;

    private final LocalBusSettings settings;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final EventLoopGroup thread = new NioEventLoopGroup(1, new DefaultThreadFactory("local-bus", true));
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("local-bus-disk", true));
    private final FileMessageLog messages;
    private final Entities entities;
    private final SendGate gate;
    private final AmqpServer server;
    private final Future<?> ticking;

    private LocalBus(LocalBusSettings settings) {
        this.settings = settings;
        this.messages = FileMessageLog.open(logFile(settings.data()));
        GroupCommit commits = new GroupCommit(messages, thread, disk, this::fail);
        MessageCodec codec = new MessageCodec();
        this.entities = new Entities(settings.topology(), messages, codec, new RuleDescriptions(), settings.clock());
        this.gate = new SendGate(settings.limits().maxWaitingBytes());
        this.server =
                listen(new Bus(entities, codec, commits, gate, settings.key(), settings.clock(), settings.limits()));
        Housekeeping housekeeping = new Housekeeping(settings, entities, messages, commits, gate, this::fail);
        this.ticking = thread.scheduleWithFixedDelay(housekeeping, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        log.info("Bus listens on port {} and keeps its messages in {}", port(), settings.data());
    }

    /** Starts a bus with what its data directory still holds. */
    public static LocalBus start(LocalBusSettings settings) {
        return new LocalBus(settings);
    }

    private AmqpServer listen(Bus bus) {
        try {
            return AmqpServer.start(bus, thread, settings.port());
        } catch (RuntimeException error) {
            thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
            disk.shutdown();
            messages.close();
            throw error;
        }
    }

    private static Path logFile(Path data) {
        try {
            return Files.createDirectories(data).resolve("messages.mv");
        } catch (IOException error) {
            throw new UncheckedIOException("The directory %s cannot be made".formatted(data), error);
        }
    }

    /** Nothing may be confirmed that is not on disk: a bus that cannot write drops everybody. */
    private void fail(Throwable error) {
        if (failure.complete(error)) {
            log.error("The bus stops because it cannot keep its messages", error);
            disk.execute(server::close);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** What a Service Bus client needs to connect. */
    public String connectionString() {
        return "Endpoint=sb://127.0.0.1:%d;SharedAccessKeyName=%s;SharedAccessKey=%s;UseDevelopmentEmulator=true;"
                .formatted(port(), settings.key().name(), settings.key().key());
    }

    /** What every queue and subscription holds at this moment. */
    public List<EntityCounts> counts() {
        return CompletableFuture.supplyAsync(entities::counts, thread).join();
    }

    /** Refuses whatever is sent, as a bus that is too busy would, or takes it again. */
    public void refuseSends(boolean refused) {
        CompletableFuture.runAsync(() -> gate.close("somebody asked for it", refused), thread)
                .join();
    }

    /** Waits until the bus has failed; it never does by itself otherwise. */
    public void awaitFailure() {
        failure.join();
    }

    /** Drops every connection and puts the last changes on disk. */
    @Override
    public void close() {
        ticking.cancel(false);
        server.close();
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        disk.shutdown();
        try {
            if (!disk.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("The last sync is still running");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        messages.close();
    }
}
