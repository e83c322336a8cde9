package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.Destination;
import io.aifactory.localbus.entity.MessageQueue;
import io.aifactory.localbus.entity.Rules;
import java.util.ArrayList;
import java.util.List;
import org.apache.qpid.proton.message.Message;

/** The node $management of an entity: everything that has no link of its own. */
record ManagementNode(List<Operations> operations) implements RequestLink.Node {

    /** What can be asked of an entity; nothing when there is none of that name. */
    static List<Operations> operations(String entity, Bus bus, Peer peer) {
        List<Operations> operations = new ArrayList<>();
        Destination destination = bus.entities().destination(entity);
        if (destination != null) {
            operations.add(new SendOperations(destination, bus));
        }
        MessageQueue queue = bus.entities().queue(entity);
        if (queue != null) {
            operations.add(new ReceiveOperations(queue, bus));
            operations.add(new SessionOperations(queue, peer));
        }
        Rules rules = bus.entities().rules(entity);
        if (rules != null) {
            operations.add(new RuleOperations(rules));
        }
        return operations;
    }

    @Override
    public Reply answer(Message message) {
        Requested request = Requested.of(message);
        for (Operations some : operations) {
            Reply reply = some.answer(request);
            if (reply != null) {
                return reply;
            }
        }
        throw new UnsupportedOperationException(
                "The operation '%s' is not supported here".formatted(request.operation()));
    }
}
