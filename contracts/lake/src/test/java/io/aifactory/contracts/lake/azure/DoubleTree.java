package io.aifactory.contracts.lake.azure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files and folders of one file system, in memory. Every operation is one step, as renaming is in the service. */
final class DoubleTree {

    private final TreeMap<String, DoubleNode> nodes = new TreeMap<>();

    DoubleTree() {
        nodes.put("", new DoubleNode(true, Map.of(), DoubleAcl.untouched(true)));
    }

    synchronized DoubleNode get(String path) {
        DoubleNode node = nodes.get(path);
        if (node == null) {
            throw new DoubleError(404, "PathNotFound");
        }
        return node;
    }

    synchronized DoubleNode put(String path, boolean folder, Map<String, String> metadata, Condition condition) {
        condition.check(nodes.get(path));
        DoubleNode parent = folderFor(parentOf(path));
        var node = new DoubleNode(folder, metadata, parent.acl.inherited(folder));
        nodes.put(path, node);
        return node;
    }

    synchronized DoubleNode move(String source, String target, Condition condition) {
        DoubleNode node = nodes.get(source);
        if (node == null) {
            throw new DoubleError(404, "SourcePathNotFound");
        }
        if (!nodes.containsKey(parentOf(target))) {
            throw new DoubleError(404, "RenameDestinationParentPathNotFound");
        }
        condition.check(nodes.get(target));
        nodes.remove(source);
        nodes.put(target, node);
        return node;
    }

    synchronized void append(String path, long position, byte[] block) {
        get(path).append(position, block);
    }

    synchronized DoubleNode flush(String path, long position) {
        DoubleNode node = get(path);
        node.flush(position);
        return node;
    }

    synchronized DoubleNode setAcl(String path, DoubleAcl acl) {
        DoubleNode node = get(path);
        if (!node.folder && acl.hasDefaults()) {
            throw new DoubleError(400, "InvalidInput");
        }
        node.acl = acl;
        return node;
    }

    synchronized void delete(String path, boolean recursive) {
        get(path);
        SortedMap<String, DoubleNode> below = below(path);
        if (!below.isEmpty() && !recursive) {
            throw new DoubleError(409, "DirectoryNotEmpty");
        }
        below.clear();
        nodes.remove(path);
    }

    /** Returns what lies in a folder, however deep, by path. */
    synchronized TreeMap<String, DoubleNode> in(String folder) {
        if (!get(folder).folder) {
            throw new DoubleError(404, "PathNotFound");
        }
        return new TreeMap<>(below(folder));
    }

    private SortedMap<String, DoubleNode> below(String path) {
        return path.isEmpty() ? nodes.tailMap("", false) : nodes.subMap(path + "/", path + "0");
    }

    private DoubleNode folderFor(String path) {
        DoubleNode node = nodes.get(path);
        return node != null ? node : put(path, true, Map.of(), Condition.NONE);
    }

    private static String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** What has to be true of the file that is there. */
    record Condition(String ifMatch, String ifNoneMatch) {

        static final Condition NONE = new Condition(null, null);

        void check(DoubleNode there) {
            if ("*".equals(ifNoneMatch) && there != null) {
                throw new DoubleError(409, "PathAlreadyExists");
            }
            if (ifMatch != null && (there == null || !ifMatch.replace("\"", "").equals(there.etag))) {
                throw new DoubleError(412, "ConditionNotMet");
            }
        }
    }
}
