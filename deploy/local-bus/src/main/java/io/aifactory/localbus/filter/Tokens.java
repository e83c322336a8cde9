package io.aifactory.localbus.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a SQL filter into tokens. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<space>\\s+)\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$@#]*)\
            |(?<bracketed>\\[(?:[^\\]]|\\]\\])+\\])\
            |(?<quoted>"(?:[^"]|"")+")\
            |(?<string>'(?:[^']|'')*')\
            |(?<number>(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\
            |(?<symbol><>|!=|<=|>=|[=<>(),.+*/%-])""");

    private final String expression;
    private final List<Token> found = new ArrayList<>();

    private Tokens(String expression) {
        this.expression = expression;
    }

    static List<Token> of(String expression) {
        return new Tokens(expression).cut();
    }

    private List<Token> cut() {
        Matcher matcher = TOKEN.matcher(expression);
        int position = 0;
        while (position < expression.length()) {
            if (!matcher.region(position, expression.length()).lookingAt()) {
                throw unreadable(position);
            }
            add(matcher, position);
            position = matcher.end();
        }
        found.add(new Token(Token.Kind.END, "", position));
        return found;
    }

    private void add(Matcher matcher, int position) {
        String text = matcher.group();
        if (matcher.group("word") != null) {
            found.add(new Token(Token.Kind.WORD, text, position));
        } else if (matcher.group("bracketed") != null) {
            found.add(new Token(Token.Kind.NAME, unquoted(text, "]"), position));
        } else if (matcher.group("quoted") != null) {
            found.add(new Token(Token.Kind.NAME, unquoted(text, "\""), position));
        } else if (matcher.group("string") != null) {
            found.add(new Token(Token.Kind.STRING, unquoted(text, "'"), position));
        } else if (matcher.group("number") != null) {
            found.add(new Token(Token.Kind.NUMBER, text, position));
        } else if (matcher.group("symbol") != null) {
            found.add(new Token(Token.Kind.SYMBOL, text, position));
        }
    }

    private static String unquoted(String text, String quote) {
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }

    private FilterSyntaxError unreadable(int position) {
        return switch (expression.charAt(position)) {
            case '\'' -> new FilterSyntaxError("Text without closing quote", expression, position);
            case '"', '[' -> new FilterSyntaxError("Name without closing quote", expression, position);
            default ->
                new FilterSyntaxError(
                        "Unexpected character '%c'".formatted(expression.charAt(position)), expression, position);
        };
    }
}
