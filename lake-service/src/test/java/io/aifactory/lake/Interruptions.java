package io.aifactory.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeUpload;
import io.aifactory.contracts.lake.Lakes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Ends work right before a chosen one of the calls that the service makes to the lake for a project. Calls are told apart by what
 * they do, not counted: how often one is made depends on how many requests happened to become one run.
 */
final class Interruptions implements BeanPostProcessor {

    private final Map<String, Set<String>> calls = new ConcurrentHashMap<>();
    private final Map<String, String> fatalCalls = new ConcurrentHashMap<>();

    /** What ends the work. Nobody catches it to go on. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;

        Killed(String what) {
            super("killed before " + what);
        }
    }

    /** Lets work for the project die once, the next time that the given call is made. */
    void killBefore(ProjectId project, String call) {
        fatalCalls.put(project.value(), call);
    }

    /** Returns the different calls for the project since this was asked last, told without its name, as they first came. */
    List<String> newCallsFor(ProjectId project) {
        return List.copyOf(Objects.requireNonNullElse(calls.remove(project.value()), Set.of()));
    }

    /** Returns whether work for the project is still to die. */
    boolean isToDie(ProjectId project) {
        return fatalCalls.containsKey(project.value());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Lakes lakes ? (Lakes) environment -> watched(lakes, environment) : bean;
    }

    private LakeStorage watched(Lakes lakes, EnvironmentTier environment) {
        return watched(LakeStorage.class, lakes.of(environment));
    }

    private <T> T watched(Class<T> type, Object watched) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(watched, method, arguments)));
    }

    private @Nullable Object call(Object watched, Method method, Object @Nullable [] arguments) throws Throwable {
        Stream.ofNullable(arguments)
                .flatMap(Stream::of)
                .filter(LakePath.class::isInstance)
                .map(path -> ((LakePath) path).path().split("/"))
                .filter(parts -> parts.length > 1 && parts[0].equals("projects"))
                .findFirst()
                .ifPresent(parts -> note(parts[1], method.getName() + " " + String.join("/", parts)));
        try {
            Object result = method.invoke(watched, arguments);
            return result instanceof LakeUpload upload ? watched(LakeUpload.class, upload) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void note(String project, String callForIt) {
        String call = callForIt.replace(project, "*");
        calls.computeIfAbsent(project, unseen -> Collections.synchronizedSet(new LinkedHashSet<>()))
                .add(call);
        if (fatalCalls.remove(project, call)) {
            throw new Killed(callForIt);
        }
    }
}
