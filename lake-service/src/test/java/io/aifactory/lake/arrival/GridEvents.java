package io.aifactory.lake.arrival;

/** Events as Azure Storage sends them through Event Grid, with all their fields. */
final class GridEvents {

    static final String ID = "831e1650-001e-001b-66ab-eeb76e069631";
    static final String IN = "projects/project001/11_diabetes_model_reg/train/ds01_diabetes/in/dev/2026/11/20/";
    static final String SEQUENCER = sequencer(0x5101c);
    static final long LENGTH = 524288;

    private static final String ACCOUNT =
            "/subscriptions/2f1c7a5e-6f0b-4e0d-9a57-0c1d5b6e7f10/resourceGroups/rg-aif-common-dev-weu/providers/Microsoft.Storage/storageAccounts/staifdevlake001";
    private static final String ADDRESS = "https://staifdevlake001.dfs.core.windows.net/lake3/";

    private GridEvents() {}

    static String sequencer(long number) {
        return "0000000000000000000000000000155080000000%08x".formatted(number);
    }

    static String cloudEvent(String type, String api, String path) {
        return cloudEvent(ID, type, path, file(api, path, SEQUENCER, LENGTH));
    }

    static String gridEvent(String type, String api, String path) {
        return """
                {"id": "%s", "topic": "%s", "subject": "%s", "eventType": "Microsoft.Storage.%s",
                 "eventTime": "2026-11-20T10:15:30.9584103Z", "data": %s, "dataVersion": "2", "metadataVersion": "1"}""".formatted(ID, ACCOUNT, subject(path), type, file(api, path, SEQUENCER, LENGTH));
    }

    static String rename(String type, String api, String source, String destination) {
        return cloudEvent(
                ID, type, destination, """
                {"api": "%s", "clientRequestId": "6d79dbfb-0e37-4fc4-981f-442c9ca65761",
                 "requestId": "831e1650-001e-001b-66ab-eeb76e000002", "destinationUrl": "%s", "sourceUrl": "%s",
                 "sequencer": "%s", "storageDiagnostics": {"batchId": "b68529f3-68cd-4744-baa4-3c0498ec19f0"}}""".formatted(api, ADDRESS + destination, ADDRESS + source, SEQUENCER));
    }

    static String cloudEvent(String id, String type, String path, String data) {
        return """
                {"id": "%s", "source": "%s", "specversion": "1.0", "type": "Microsoft.Storage.%s", "subject": "%s",
                 "time": "2026-11-20T10:15:30.9584103Z", "data": %s}""".formatted(id, ACCOUNT, type, subject(path), data);
    }

    static String file(String api, String path, String sequencer, long length) {
        return """
                {"api": "%s", "clientRequestId": "6d79dbfb-0e37-4fc4-981f-442c9ca65760",
                 "requestId": "831e1650-001e-001b-66ab-eeb76e000000", "eTag": "0x8DCF1A2B3C4D5E6",
                 "contentType": "application/octet-stream", "contentLength": %d, "contentOffset": 0,
                 "blobType": "BlockBlob", "url": "%s", "sequencer": "%s",
                 "storageDiagnostics": {"batchId": "b68529f3-68cd-4744-baa4-3c0498ec19f0"}}""".formatted(api, length, ADDRESS + path, sequencer);
    }

    private static String subject(String path) {
        return "/blobServices/default/containers/lake3/blobs/" + path;
    }
}
