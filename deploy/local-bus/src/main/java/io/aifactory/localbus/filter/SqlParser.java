package io.aifactory.localbus.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the predicates of a SQL filter by recursive descent; {@code NOT} binds tighter than AND, AND tighter than OR. */
final class SqlParser {

    private final TokenReader tokens;
    private final ExpressionParser expressions;

    SqlParser(String expression) {
        this.tokens = new TokenReader(expression);
        this.expressions = new ExpressionParser(tokens);
    }

    Predicate parse() {
        Predicate predicate = disjunction();
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.unexpected("AND, OR or the end");
        }
        return predicate;
    }

    private Predicate disjunction() {
        Predicate left = conjunction();
        while (tokens.takeWord("OR")) {
            left = new Predicate.Or(left, conjunction());
        }
        return left;
    }

    private Predicate conjunction() {
        Predicate left = negation();
        while (tokens.takeWord("AND")) {
            left = new Predicate.And(left, negation());
        }
        return left;
    }

    private Predicate negation() {
        if (tokens.takeWord("NOT")) {
            return new Predicate.Not(negation());
        }
        if (tokens.peek().isWord("EXISTS") && tokens.peekSecond().isSymbol("(")) {
            return existence();
        }
        return tokens.peek().isSymbol("(") ? parenthesised() : condition();
    }

    private Predicate existence() {
        tokens.expectWord("EXISTS");
        tokens.expectSymbol("(");
        Expression property = expressions.property();
        tokens.expectSymbol(")");
        return new Predicate.Not(new Predicate.IsNull(property));
    }

    /** A parenthesis may hold a predicate, {@code (a = 1)}, or open an expression, {@code (a + 1) = 2}. */
    private Predicate parenthesised() {
        int start = tokens.mark();
        try {
            tokens.expectSymbol("(");
            Predicate inner = disjunction();
            tokens.expectSymbol(")");
            if (!expressions.continuesHere()) {
                return inner;
            }
        } catch (FilterSyntaxError asPredicate) {
            return asExpression(start, asPredicate);
        }
        tokens.returnTo(start);
        return condition();
    }

    private Predicate asExpression(int start, FilterSyntaxError asPredicate) {
        tokens.returnTo(start);
        try {
            return condition();
        } catch (FilterSyntaxError asExpression) {
            asPredicate.addSuppressed(asExpression);
            throw asPredicate;
        }
    }

    private Predicate condition() {
        Expression left = expressions.sum();
        if (tokens.takeWord("IS")) {
            return nullness(left);
        }
        boolean negated = tokens.takeWord("NOT");
        Predicate predicate = membershipOrShape(left);
        if (predicate != null) {
            return negated ? new Predicate.Not(predicate) : predicate;
        }
        if (negated) {
            throw tokens.unexpected("IN or LIKE");
        }
        return comparison(left);
    }

    private Predicate nullness(Expression value) {
        boolean negated = tokens.takeWord("NOT");
        tokens.expectWord("NULL");
        Predicate isNull = new Predicate.IsNull(value);
        return negated ? new Predicate.Not(isNull) : isNull;
    }

    private @Nullable Predicate membershipOrShape(Expression left) {
        if (tokens.takeWord("IN")) {
            return Predicate.In.of(left, options());
        }
        return tokens.takeWord("LIKE") ? like(left) : null;
    }

    private List<Expression> options() {
        tokens.expectSymbol("(");
        List<Expression> options = new ArrayList<>();
        do {
            options.add(expressions.sum());
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol(")");
        return List.copyOf(options);
    }

    private Predicate like(Expression left) {
        String pattern = tokens.expectString("a pattern in quotes");
        return new Predicate.Like(left, LikePattern.compile(pattern, escape()));
    }

    private @Nullable Character escape() {
        if (!tokens.takeWord("ESCAPE")) {
            return null;
        }
        Token token = tokens.peek();
        String escape = tokens.expectString("the escape character in quotes");
        if (escape.length() != 1) {
            throw tokens.error("Expected one escape character but found '%s'".formatted(escape), token);
        }
        return escape.charAt(0);
    }

    private Predicate comparison(Expression left) {
        Comparison operator = tokens.peek().kind() == Token.Kind.SYMBOL
                ? Comparison.of(tokens.peek().text())
                : null;
        if (operator != null) {
            tokens.take();
            return new Predicate.Compare(left, operator, expressions.sum());
        }
        if (left instanceof Expression.Calculation) {
            throw tokens.unexpected("a comparison");
        }
        if (left instanceof Expression.Constant constant && !(constant.constant() instanceof Boolean)) {
            throw tokens.unexpected("a comparison");
        }
        return new Predicate.Holds(left);
    }
}
