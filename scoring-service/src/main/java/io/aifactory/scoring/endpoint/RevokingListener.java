package io.aifactory.scoring.endpoint;

import io.aifactory.contracts.events.ProjectDecommissioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes the endpoints of a project that was given up. */
@Component
class RevokingListener {

    private final KeyRing keys;

    RevokingListener(KeyRing keys) {
        this.keys = keys;
    }

    @EventListener
    void on(ProjectDecommissioned event) {
        keys.revokeAll(event.project(), event.decommissionedBy());
    }
}
