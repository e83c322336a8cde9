import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Runs statements with Spark on this machine, speaking as BareEngine does. It is run from its source with the jars of whatever
 * Spark there is, so that nothing of the factory is built against one.
 */
public class SparkScript {

    /** Arguments: the file with a statement a line, after phase and tabulator; the folder to spill to; threads. */
    public static void main(String[] arguments) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SparkSession session = SparkSession.builder()
                .appName("bench")
                .master("local[" + arguments[2] + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.local.dir", arguments[1])
                .config("spark.sql.warehouse.dir", arguments[1])
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "8")
                .getOrCreate()) {
            System.out.println("ready");
            in.readLine();
            for (String line : Files.readAllLines(Path.of(arguments[0]))) {
                int tabulator = line.indexOf('\t');
                long begin = System.nanoTime();
                session.sql(line.substring(tabulator + 1)).collectAsList();
                System.out.println(line.substring(0, tabulator + 1) + (System.nanoTime() - begin) / 1_000_000);
            }
            System.out.println("done");
            in.readLine();
        }
    }
}
