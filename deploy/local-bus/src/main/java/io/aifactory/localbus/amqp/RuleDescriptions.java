package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.RuleCodec;
import io.aifactory.localbus.filter.CorrelationFilter;
import io.aifactory.localbus.filter.MessageFilter;
import io.aifactory.localbus.filter.SqlFilter;
import io.aifactory.localbus.topology.RuleDefinition;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.UnknownDescribedType;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.DroppingWritableBuffer;
import org.apache.qpid.proton.codec.EncoderImpl;

/** Rules as Service Bus describes them in the answer to enumerate-rules; they are kept on disk the same way. */
public final class RuleDescriptions implements RuleCodec {

    /** The system properties of a correlation filter, in the order of its description. */
    static final List<String> SYSTEM_NAMES = List.of(
            "correlationid", "messageid", "to", "replyto", "label", "sessionid", "replytosessionid", "contenttype");

    private static final UnsignedLong RULE = UnsignedLong.valueOf(0x13700000004L);
    private static final UnsignedLong NO_ACTION = UnsignedLong.valueOf(0x13700000005L);
    private static final UnsignedLong SQL_FILTER = UnsignedLong.valueOf(0x1370000006L);
    private static final UnsignedLong TRUE_FILTER = UnsignedLong.valueOf(0x1370000007L);
    private static final UnsignedLong CORRELATION_FILTER = UnsignedLong.valueOf(0x1370000009L);
    private static final int SLACK_BYTES = 64;

    private final DecoderImpl decoder = new DecoderImpl();
    private final EncoderImpl encoder = new EncoderImpl(decoder);

    public RuleDescriptions() {
        AMQPDefinedTypes.registerAllTypes(decoder, encoder);
    }

    @Override
    public byte[] encoded(RuleDefinition rule) {
        DescribedType description = describe(rule);
        DroppingWritableBuffer measure = new DroppingWritableBuffer();
        encoder.setByteBuffer(measure);
        encoder.writeObject(description);
        ByteBuffer buffer = ByteBuffer.allocate(measure.position() + SLACK_BYTES);
        encoder.setByteBuffer(buffer);
        encoder.writeObject(description);
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    @Override
    public RuleDefinition decoded(byte[] bytes) {
        decoder.setByteBuffer(ByteBuffer.wrap(bytes));
        List<?> rule = (List<?>) ((DescribedType) decoder.readObject()).getDescribed();
        return new RuleDefinition((String) rule.get(2), filter((DescribedType) rule.get(0)));
    }

    static DescribedType describe(RuleDefinition rule) {
        DescribedType action = new UnknownDescribedType(NO_ACTION, List.of());
        return new UnknownDescribedType(RULE, List.of(describe(rule.filter()), action, rule.name()));
    }

    private static DescribedType describe(MessageFilter filter) {
        if (filter instanceof SqlFilter sql) {
            return new UnknownDescribedType(SQL_FILTER, List.of(sql.toString()));
        }
        if (filter instanceof CorrelationFilter correlation) {
            List<Object> fields = new ArrayList<>();
            SYSTEM_NAMES.forEach(name -> fields.add(correlation.system().get(name)));
            fields.add(encodable(correlation.application()));
            return new UnknownDescribedType(CORRELATION_FILTER, fields);
        }
        return new UnknownDescribedType(TRUE_FILTER, List.of());
    }

    /** In a fixed order, so that the same rule has the same bytes. */
    private static Map<String, Object> encodable(Map<String, Object> properties) {
        Map<String, Object> encodable = new TreeMap<>();
        properties.forEach(
                (name, value) -> encodable.put(name, value instanceof BigDecimal number ? plain(number) : value));
        return encodable;
    }

    private static Object plain(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? number.longValue() : number.doubleValue();
    }

    private static MessageFilter filter(DescribedType filter) {
        List<?> fields = (List<?>) filter.getDescribed();
        if (filter.getDescriptor().equals(SQL_FILTER)) {
            return SqlFilter.parse((String) fields.get(0));
        }
        return filter.getDescriptor().equals(CORRELATION_FILTER) ? correlation(fields) : MessageFilter.EVERYTHING;
    }

    private static CorrelationFilter correlation(List<?> fields) {
        Map<String, String> system = new LinkedHashMap<>();
        for (int i = 0; i < SYSTEM_NAMES.size(); i++) {
            if (fields.get(i) != null) {
                system.put(SYSTEM_NAMES.get(i), fields.get(i).toString());
            }
        }
        Map<?, ?> properties = (Map<?, ?>) fields.get(SYSTEM_NAMES.size());
        return new CorrelationFilter(system, Outcomes.named(properties));
    }
}
