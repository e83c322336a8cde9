package io.aifactory.spark;

import com.google.re2j.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

final class Functions {
    private Functions() {}

    static void register(SparkSession spark) {
        spark.udf()
                .register(
                        "regexp_full_match",
                        (UDF2<String, String, Boolean>) (s, p) -> s == null ? null : Pattern.matches(p, s),
                        DataTypes.BooleanType);
        spark.udf().register("embedded_text", (UDF2<String, String, String>) (s, t) -> s, DataTypes.StringType);
    }
}
