package io.aifactory.lake.sharing;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the versions that came by a share to the members of the project, as long as the share is in force. */
@RestController
@RequestMapping("/shares/{id}/versions")
class SharedVersionController {

    private static final MediaType PARQUET = MediaType.parseMediaType("application/vnd.apache.parquet");

    private final Shares shares;
    private final Deliveries deliveries;
    private final Lakes lakes;

    SharedVersionController(Shares shares, Deliveries deliveries, Lakes lakes) {
        this.shares = shares;
        this.deliveries = deliveries;
        this.lakes = lakes;
    }

    @GetMapping
    List<Delivery> versions(Caller caller, @PathVariable ShareId id) {
        return deliveries.of(readable(caller, id));
    }

    /** Files of a version are counted from 1. */
    @GetMapping("/{version}/files/{number}")
    ResponseEntity<Resource> file(
            Caller caller, @PathVariable ShareId id, @PathVariable long version, @PathVariable int number) {
        Share share = readable(caller, id);
        LakeFile file = deliveries.of(share).stream()
                .filter(delivery -> delivery.version() == version)
                .findFirst()
                .map(Delivery::files)
                .filter(files -> number >= 1 && number <= files.size())
                .map(files -> files.get(number - 1))
                .orElseThrow(() -> new SharedVersionNotFound(id, version));
        return ResponseEntity.ok()
                .contentType(PARQUET)
                .body(new InputStreamResource(lakes.of(file).open(LakePaths.parse(file))));
    }

    private Share readable(Caller caller, ShareId id) {
        Share share =
                shares.find(id).filter(known -> caller.sees(known.project())).orElseThrow(() -> new ShareNotFound(id));
        caller.requireRole(share.project(), ProjectRole.MEMBER);
        if (!share.inForce()) {
            throw new ShareRevoked(id);
        }
        return share;
    }
}
