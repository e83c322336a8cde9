package io.aifactory.spark;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Functions that do what the embedded engine's do, where Spark's own do something else. */
final class Functions {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final int MOST_PATTERNS = 1_000;

    private Functions() {}

    static void register(SparkSession spark) {
        spark.udf().register("regexp_full_match", (UDF2<String, String, Boolean>) Functions::matches, DataTypes.BooleanType);
        spark.udf().register("embedded_text", (UDF1<String, String>) Functions::text, DataTypes.StringType);
        spark.udf().register("embedded_bigint", (UDF1<String, Long>) WrittenNumber::whole, DataTypes.LongType);
        spark.udf().register("embedded_double", (UDF1<String, Double>) WrittenNumber::fraction, DataTypes.DoubleType);
        spark.udf().register("embedded_date", (UDF1<String, java.sql.Date>) Written::date, DataTypes.DateType);
    }
}
