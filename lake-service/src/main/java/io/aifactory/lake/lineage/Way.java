package io.aifactory.lake.lineage;

/** One of the two ways along the edges. */
enum Way {
    /** To what something was made from. */
    UP("source", "target"),
    /** To what was made from it. */
    DOWN("target", "source");

    private final String next;
    private final String here;

    Way(String next, String here) {
        this.next = next;
        this.here = here;
    }

    /** Returns the query that walks. It sorts nothing, so that PostgreSQL goes step by step and no further than the limit. */
    String walk() {
        return """
                WITH RECURSIVE walked (source, target, depth) AS (
                    SELECT source, target, 1 FROM lineage_edge WHERE %2$s = ANY(:start)
                    UNION
                    SELECT edge.source, edge.target, walked.depth + 1
                    FROM walked
                        JOIN lineage_node AS node ON node.id = walked.%1$s AND node.project = :project
                        JOIN lineage_edge AS edge ON edge.%2$s = walked.%1$s
                    WHERE walked.depth < :depth
                )
                SELECT source, target FROM walked LIMIT :limit""".formatted(next, here);
    }
}
