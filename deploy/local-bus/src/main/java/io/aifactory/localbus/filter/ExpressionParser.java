package io.aifactory.localbus.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what has a value: literals, properties and arithmetic over them. */
final class ExpressionParser {

    private static final Set<String> RESERVED =
            Set.of("AND", "OR", "NOT", "IN", "IS", "LIKE", "ESCAPE", "EXISTS", "NULL", "TRUE", "FALSE");

    private static final Set<String> CONTINUES_VALUE = Set.of("IS", "IN", "LIKE", "NOT");

    private final TokenReader tokens;

    ExpressionParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** Whether what comes next makes the parenthesis just closed a value and not a predicate. */
    boolean continuesHere() {
        Token next = tokens.peek();
        boolean symbol = next.kind() == Token.Kind.SYMBOL && !next.isSymbol(")") && !next.isSymbol(",");
        return symbol || CONTINUES_VALUE.stream().anyMatch(next::isWord);
    }

    Expression sum() {
        Expression left = product();
        for (Arithmetic operator = operator("+", "-"); operator != null; operator = operator("+", "-")) {
            left = new Expression.Calculation(left, operator, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        for (Arithmetic operator = operator("*", "/", "%"); operator != null; operator = operator("*", "/", "%")) {
            left = new Expression.Calculation(left, operator, signed());
        }
        return left;
    }

    private @Nullable Arithmetic operator(String... symbols) {
        return List.of(symbols).stream()
                .filter(tokens::takeSymbol)
                .map(Arithmetic::of)
                .findFirst()
                .orElse(null);
    }

    private Expression signed() {
        if (tokens.takeSymbol("-")) {
            return new Expression.Calculation(new Expression.Constant(BigDecimal.ZERO), Arithmetic.MINUS, signed());
        }
        return tokens.takeSymbol("+") ? signed() : operand();
    }

    private Expression operand() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> new Expression.Constant(tokens.take().text());
            case NUMBER -> new Expression.Constant(new BigDecimal(tokens.take().text()));
            case SYMBOL -> grouped();
            case WORD, NAME, END -> literalOrProperty(token);
        };
    }

    private Expression grouped() {
        if (!tokens.takeSymbol("(")) {
            throw tokens.unexpected("a property or a value");
        }
        Expression inner = sum();
        tokens.expectSymbol(")");
        return inner;
    }

    private Expression literalOrProperty(Token token) {
        if (tokens.takeWord("TRUE")) {
            return new Expression.Constant(true);
        }
        if (tokens.takeWord("FALSE")) {
            return new Expression.Constant(false);
        }
        if (tokens.takeWord("NULL")) {
            return new Expression.Constant(null);
        }
        if (token.kind() == Token.Kind.END) {
            throw tokens.unexpected("a property or a value");
        }
        return property();
    }

    Expression property() {
        Token scope = name();
        if (!tokens.takeSymbol(".")) {
            return new Expression.ApplicationProperty(scope.text());
        }
        Token name = name();
        return switch (scope.text().toLowerCase(Locale.ROOT)) {
            case "sys" -> systemProperty(name);
            case "user" -> new Expression.ApplicationProperty(name.text());
            default -> throw tokens.error("Expected scope sys or user but found '%s'".formatted(scope.text()), scope);
        };
    }

    private Expression systemProperty(Token name) {
        String lowerCase = name.text().toLowerCase(Locale.ROOT);
        if (!MessageProperties.SYSTEM_NAMES.contains(lowerCase)) {
            throw tokens.error("There is no system property '%s'".formatted(name.text()), name);
        }
        return new Expression.SystemProperty(lowerCase);
    }

    private Token name() {
        Token token = tokens.peek();
        boolean reserved = RESERVED.stream().anyMatch(token::isWord);
        if (reserved || (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.NAME)) {
            throw tokens.unexpected("the name of a property");
        }
        return tokens.take();
    }
}
