package io.aifactory.localbus.filter;

/**
 * A SQL filter as Service Bus knows it: comparisons, {@code AND}, {@code OR}, {@code NOT}, {@code IN}, {@code LIKE},
 * {@code IS NULL}, {@code EXISTS}, arithmetic and parentheses over application properties and {@code sys.} properties.
 * A message passes only when the expression is true; a missing property makes a comparison unknown.
 *
 * @see <a href="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-messaging-sql-filter">the syntax</a>
 */
public final class SqlFilter implements MessageFilter {

    private final String expression;
    private final Predicate predicate;

    private SqlFilter(String expression, Predicate predicate) {
        this.expression = expression;
        this.predicate = predicate;
    }

    /** Reads an expression; throws {@link FilterSyntaxError} with place and reason when it cannot. */
    public static SqlFilter parse(String expression) {
        return new SqlFilter(expression, new SqlParser(expression).parse());
    }

    @Override
    public boolean matches(MessageProperties properties) {
        return predicate.test(properties).holds();
    }

    @Override
    public String toString() {
        return expression;
    }
}
