package io.aifactory.local.launch;

import io.aifactory.local.home.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How ports are chosen; spelled as people type it. */
public enum PortChoice {
    /** The ones that are always the same. */
    fixed,
    /** Free ones. */
    auto;

    /** Returns the ports to use; services left out have none. */
    public Map<String, Integer> ports(List<String> without) {
        var ports = new LinkedHashMap<>(this == auto ? Ports.free(Ports.fixed().keySet()) : Ports.fixed());
        without.forEach(ports::remove);
        return ports;
    }
}
