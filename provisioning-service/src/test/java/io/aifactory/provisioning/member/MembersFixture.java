package io.aifactory.provisioning.member;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.messaging.Outbox;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members, as the service has them. */
public final class MembersFixture {

    private MembersFixture() {}

    public static Members members(JdbcClient database, Outbox outbox) {
        return new Members(database, new ObjectMapper(), outbox, Clock.systemUTC());
    }
}
