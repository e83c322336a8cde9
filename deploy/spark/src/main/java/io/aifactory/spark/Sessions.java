package io.aifactory.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.classic.SparkSession;
import scala.runtime.BoxedUnit;

/** Starts Spark, so that it reads SQL as the lake means it. */
final class Sessions {

    private static final Map<String, String> ALWAYS = Map.of(
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.ansi.enabled", "true",
            "spark.sql.ansi.doubleQuotedIdentifiers", "true",
            "spark.sql.caseSensitive", "false",
            "spark.sql.decimalOperations.allowPrecisionLoss", "false", // digits that do not fit fail, rather than go
            "spark.sql.parquet.compression.codec", "zstd");

    private static final String MASTER = "spark.master";

    private Sessions() {}

    private static BoxedUnit watch(SparkSessionExtensions extensions) {
        extensions.injectCheckRule(session -> SetOperations::check);
        return BoxedUnit.UNIT;
    }

    /**
     * Starts a session with what was given as system properties; without a master, on this machine. It has run something by
     * then: a cluster may take who asks, and give nobody to do the work.
     */
    static SparkSession start() {
        var builder = SparkSession.builder()
                .appName("lake")
                .config("spark.ui.enabled", "false")
                .withExtensions(Sessions::watch);
        if (System.getProperty(MASTER) == null) {
            builder.master("local[*]");
        }
        ALWAYS.forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        Functions.register(spark);
        spark.range(1).count();
        return spark;
    }
}
