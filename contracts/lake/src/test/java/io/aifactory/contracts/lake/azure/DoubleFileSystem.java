package io.aifactory.contracts.lake.azure;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers what is asked of one file system: of the DFS endpoint all the adapter needs, of the Blob endpoint reading. */
final class DoubleFileSystem {

    private static final int USUAL_PAGE = 5_000;
    private static final int USUAL_BATCH = 2_000;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final DoubleTree tree;

    DoubleFileSystem(DoubleTree tree) {
        this.tree = tree;
    }

    DoubleAnswer answer(DoubleRequest request) {
        return switch (request.name()) {
            case "PUT file" -> put(request, false);
            case "PUT directory" -> put(request, true);
            case "PUT rename" -> rename(request);
            case "PATCH append" -> append(request);
            case "PATCH flush" -> DoubleAnswer.of(200, tree.flush(request.path(), request.number("position")));
            case "PATCH setAccessControl" ->
                DoubleAnswer.of(200, tree.setAcl(request.path(), DoubleAcl.parse(request.header("x-ms-acl"))));
            case "PATCH setAccessControlRecursive" -> setAcls(request);
            case "HEAD getAccessControl" -> acl(tree.get(request.path()));
            case "HEAD" -> describe(200, tree.get(request.path()), true);
            case "GET" -> read(request, tree.get(request.path()));
            case "GET filesystem" -> list(request);
            case "DELETE" -> delete(request);
            default -> throw new DoubleError(400, "UnsupportedHttpVerb");
        };
    }

    private DoubleAnswer put(DoubleRequest request, boolean folder) {
        return DoubleAnswer.of(201, tree.put(request.path(), folder, request.metadata(), request.condition()));
    }

    private DoubleAnswer rename(DoubleRequest request) {
        tree.move(request.renameSource(), request.path(), request.condition());
        return DoubleAnswer.of(201);
    }

    private DoubleAnswer append(DoubleRequest request) {
        String hash = request.header("Content-MD5");
        if (hash != null && !hash.equals(md5(request.body()))) {
            throw new DoubleError(400, "Md5Mismatch");
        }
        tree.append(request.path(), request.number("position"), request.body());
        return DoubleAnswer.of(202);
    }

    private DoubleAnswer delete(DoubleRequest request) {
        tree.delete(request.path(), Boolean.parseBoolean(request.query("recursive")));
        return DoubleAnswer.of(200);
    }

    private static DoubleAnswer acl(DoubleNode node) {
        return DoubleAnswer.of(200, node)
                .with("x-ms-owner", "$superuser")
                .with("x-ms-group", "$superuser")
                .with("x-ms-permissions", node.folder ? "rwxr-x---+" : "rw-r-----+")
                .with("x-ms-acl", node.acl.toString());
    }

    private DoubleAnswer setAcls(DoubleRequest request) {
        var acl = DoubleAcl.parse(request.header("x-ms-acl"));
        var all = new TreeMap<String, DoubleNode>();
        all.put(request.path(), tree.get(request.path()));
        if (tree.get(request.path()).folder) {
            all.putAll(tree.in(request.path()));
        }
        Page page = Page.of(all, request.query("continuation"), request.limit("maxRecords", USUAL_BATCH));
        page.nodes().forEach((path, node) -> tree.setAcl(path, node.folder ? acl : acl.forFile()));
        long folders =
                page.nodes().values().stream().filter(node -> node.folder).count();
        return page.continued(
                DoubleAnswer.json("""
                {"directoriesSuccessful":%d,"filesSuccessful":%d,"failureCount":0,"failedEntries":[]}""".formatted(folders, page.nodes().size() - folders)));
    }

    private DoubleAnswer list(DoubleRequest request) {
        String folder = Objects.requireNonNullElse(request.query("directory"), "");
        TreeMap<String, DoubleNode> found = tree.in(folder);
        if (!Boolean.parseBoolean(request.query("recursive"))) {
            int below = folder.isEmpty() ? 0 : folder.length() + 1;
            found.keySet().removeIf(path -> path.indexOf('/', below) >= 0);
        }
        Page page = Page.of(found, request.query("continuation"), request.limit("maxResults", USUAL_PAGE));
        List<String> items = new ArrayList<>();
        page.nodes().forEach((path, node) -> items.add(item(path, node)));
        return page.continued(DoubleAnswer.json("{\"paths\":[" + String.join(",", items) + "]}"));
    }

    private static String item(String path, DoubleNode node) {
        return """
                {"name":"%s",%s"contentLength":"%d","etag":"%s","lastModified":"%s","owner":"$superuser",\
                "group":"$superuser","permissions":"rwxr-x---"}""".formatted(
                        path.replace("\\", "\\\\").replace("\"", "\\\""),
                        node.folder ? "\"isDirectory\":\"true\"," : "",
                        node.content.length,
                        node.etag,
                        node.lastModified());
    }

    private static DoubleAnswer describe(int status, DoubleNode node, boolean withLength) {
        DoubleAnswer answer = DoubleAnswer.of(status, node)
                .with("Content-Type", "application/octet-stream")
                .with("Accept-Ranges", "bytes")
                .with("x-ms-blob-type", "BlockBlob")
                .with("x-ms-creation-time", node.lastModified())
                .with("x-ms-server-encrypted", "true");
        if (withLength) {
            answer.with("Content-Length", String.valueOf(node.content.length));
        }
        if (node.folder) {
            answer.with("x-ms-meta-hdi_isfolder", "true").with("x-ms-resource-type", "directory");
        }
        node.metadata.forEach((name, value) -> answer.with("x-ms-meta-" + name, value));
        return answer;
    }

    private static DoubleAnswer read(DoubleRequest request, DoubleNode node) {
        request.condition().check(node);
        byte[] content = node.content;
        String wanted = Objects.requireNonNullElse(request.header("x-ms-range"), "");
        Matcher range = RANGE.matcher(wanted);
        if (!range.matches()) {
            return describe(200, node, false).withBody(content);
        }
        int from = Integer.parseInt(range.group(1));
        if (from >= content.length) {
            return DoubleAnswer.refusing(416, "InvalidRange").with("Content-Range", "bytes */" + content.length);
        }
        int to = range.group(2).isEmpty()
                ? content.length
                : (int) Math.min(content.length, Long.parseLong(range.group(2)) + 1);
        return describe(206, node, false)
                .with("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, content.length))
                .withBody(Arrays.copyOfRange(content, from, to));
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part of what was asked for; {@code next} is where the following one begins. */
    private record Page(Map<String, DoubleNode> nodes, String next) {

        static Page of(TreeMap<String, DoubleNode> all, String continuation, int limit) {
            var rest = continuation == null || continuation.isEmpty() ? all : all.tailMap(continuation, true);
            var nodes = new TreeMap<String, DoubleNode>();
            for (var entry : rest.entrySet()) {
                if (nodes.size() == limit) {
                    return new Page(nodes, entry.getKey());
                }
                nodes.put(entry.getKey(), entry.getValue());
            }
            return new Page(nodes, null);
        }

        DoubleAnswer continued(DoubleAnswer answer) {
            return next == null ? answer : answer.with("x-ms-continuation", next);
        }
    }
}
