package io.aifactory.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SetOperation;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.types.StringType;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Watches UNION, EXCEPT and INTERSECT. Where one query has a text and the other something else, the embedded engine goes on with
 * texts, but Spark reads the texts as what the other has.
 */
final class SetOperations {

    private SetOperations() {}

    /**
     * Lets pass a query that makes nothing of texts.
     *
     * @throws IllegalMeaning otherwise
     */
    static BoxedUnit check(LogicalPlan plan) {
        plan.foreach(node -> {
            if (node instanceof Union || node instanceof SetOperation) {
                all(node.children()).forEach(SetOperations::checkSide);
            }
            return BoxedUnit.UNIT;
        });
        return BoxedUnit.UNIT;
    }

    private static void checkSide(LogicalPlan side) {
        if (side instanceof Project project) {
            all(project.projectList()).forEach(SetOperations::checkColumn);
        }
    }

    private static void checkColumn(NamedExpression column) {
        if (column instanceof Alias alias
                && alias.child() instanceof Cast cast
                && cast.getTagValue(Cast.USER_SPECIFIED_CAST()).isEmpty()
                && cast.child().dataType() instanceof StringType
                && !(cast.dataType() instanceof StringType)) {
            throw new IllegalMeaning(
                    "the column %s is a text in one of the queries that are put together and none in the other; cast it to the same type in both"
                            .formatted(column.name()));
        }
    }

    private static <T> List<T> all(scala.collection.Seq<T> elements) {
        return CollectionConverters.asJava(elements);
    }
}
