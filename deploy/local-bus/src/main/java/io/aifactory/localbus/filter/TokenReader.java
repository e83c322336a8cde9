package io.aifactory.localbus.filter;

import java.util.List;

/** Walks through the tokens of one filter and complains where something else was expected. */
final class TokenReader {

    private final String expression;
    private final List<Token> tokens;
    private int next;

    TokenReader(String expression) {
        this.expression = expression;
        this.tokens = Tokens.of(expression);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean takeWord(String keyword) {
        boolean found = peek().isWord(keyword);
        if (found) {
            take();
        }
        return found;
    }

    boolean takeSymbol(String symbol) {
        boolean found = peek().isSymbol(symbol);
        if (found) {
            take();
        }
        return found;
    }

    void expectWord(String keyword) {
        if (!takeWord(keyword)) {
            throw unexpected(keyword);
        }
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    String expectString(String what) {
        if (peek().kind() != Token.Kind.STRING) {
            throw unexpected(what);
        }
        return take().text();
    }

    int mark() {
        return next;
    }

    void returnTo(int mark) {
        next = mark;
    }

    FilterSyntaxError unexpected(String expected) {
        return error("Expected %s but found %s".formatted(expected, peek().shown()), peek());
    }

    FilterSyntaxError error(String reason, Token at) {
        return new FilterSyntaxError(reason, expression, at.position());
    }
}
