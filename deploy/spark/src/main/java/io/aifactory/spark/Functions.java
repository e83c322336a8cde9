package io.aifactory.spark;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Functions that do what the embedded engine's do, where Spark's own do something else. Those that read a value take it as Spark
 * writes it, and what type it has. Nothing makes nothing.
 */
final class Functions {

    private final SparkSession spark;

    private Functions(SparkSession spark) {
        this.spark = spark;
    }

    static void register(SparkSession spark) {
        var functions = new Functions(spark);
        functions.addReaders();
        functions.addTexts();
        functions.addPatterns();
        functions.addNumbers();
    }

    private void addReaders() {
        add("embedded_text", Texts::written, DataTypes.StringType);
        add("embedded_bigint", Numbers::whole, DataTypes.LongType);
        add("embedded_double", Numbers::fraction, DataTypes.DoubleType);
        add("embedded_date", Values::date, DataTypes.DateType);
        add("embedded_boolean", Values::truth, DataTypes.BooleanType);
    }

    private void addTexts() {
        add("embedded_upper", Texts::upper, DataTypes.StringType);
        add("embedded_lower", Texts::lower, DataTypes.StringType);
    }

    private void addPatterns() {
        add("regexp_full_match", Patterns::matches, DataTypes.BooleanType);
        add("embedded_regexp_matches", Patterns::isFound, DataTypes.BooleanType);
        add("embedded_regexp_replace", Patterns::replaceFirst, DataTypes.StringType);
        add("embedded_regexp_extract", Patterns::extract, DataTypes.StringType);
    }

    private void addNumbers() {
        add("embedded_divide", (Double one, Double other) -> one / other, DataTypes.DoubleType);
        add("embedded_to_round", Numbers::toRound, DataTypes.DoubleType);
        add("embedded_average", Numbers::average, DataTypes.DoubleType);
        add("embedded_round", Numbers::rounded, DataTypes.DoubleType);
        add("embedded_floor", (Double number) -> Math.floor(number), DataTypes.DoubleType);
        add("embedded_ceil", (Double number) -> Math.ceil(number), DataTypes.DoubleType);
    }

    private <A, R> void add(String name, UDF1<A, @Nullable R> function, DataType type) {
        UDF1<A, @Nullable R> whole = one -> one == null ? null : function.call(one);
        spark.udf().register(name, whole, type);
    }

    private <A, B, R> void add(String name, UDF2<A, B, @Nullable R> function, DataType type) {
        UDF2<A, B, @Nullable R> whole = (one, two) -> one == null || two == null ? null : function.call(one, two);
        spark.udf().register(name, whole, type);
    }

    private <A, B, C, R> void add(String name, UDF3<A, B, C, @Nullable R> function, DataType type) {
        UDF3<A, B, C, @Nullable R> whole = (one, two, three) ->
                one == null || two == null || three == null ? null : function.call(one, two, three);
        spark.udf().register(name, whole, type);
    }
}
