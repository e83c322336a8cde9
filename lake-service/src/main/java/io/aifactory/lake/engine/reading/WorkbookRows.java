package io.aifactory.lake.engine.reading;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of an Excel workbook row by row: the first that is shown, or the one that was said. Of formulas the values count. */
final class WorkbookRows {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final String TABLE = "/worksheet";
    private static final int MOST_SHEETS = 10_000;

    private final WorkbookParts parts;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final Set<String> noTables = new HashSet<>();
    private final Map<String, String> targets = new HashMap<>();
    private boolean from1904;

    private WorkbookRows(WorkbookParts parts) {
        this.parts = parts;
    }

    private record Sheet(String relation, boolean hidden) {}

    static Prepared.Rows read(Path file, @Nullable FileForm form, Path target, long largest) throws IOException {
        try (var parts = new WorkbookParts(file, largest)) {
            return new WorkbookRows(parts).read(form, target);
        }
    }

    private Prepared.Rows read(@Nullable FileForm form, Path target) throws IOException {
        parts.read(WORKBOOK, this::readSheets);
        parts.read(RELATIONS, this::readTargets);
        String part = part(form == null ? null : form.sheet());
        var cells =
                new SheetCells(SharedTexts.of(parts), CellFormats.of(parts, from1904), Decimals.besideNumbers(form));
        try (var rows = new SheetRows(form, target)) {
            parts.read(part, xml -> cells.read(xml, rows));
            return rows.finish();
        }
    }

    private String part(@Nullable String sheet) {
        if (sheets.isEmpty()) {
            throw new UnreadableFile("it is a workbook without sheets");
        }
        Sheet found = sheet == null ? first() : sheets.get(sheet);
        if (found == null) {
            throw new UnreadableFile("it has no sheet '%s', as form.sheet says; it has %s"
                    .formatted(sheet, sheets.keySet().stream().limit(20).toList()));
        }
        String path = String.valueOf(targets.get(found.relation()));
        return path.startsWith("/") ? path.substring(1) : "xl/" + path;
    }

    /** Charts are sheets too. */
    private Sheet first() {
        return sheets.values().stream()
                .filter(sheet -> !sheet.hidden() && !noTables.contains(sheet.relation()))
                .findFirst()
                .orElseGet(() -> sheets.values().iterator().next());
    }

    private void readSheets(XMLStreamReader xml) throws XMLStreamException, NoRow {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("sheet")) {
                    sheets.putIfAbsent(
                            attribute(xml, "name"),
                            new Sheet(
                                    relation(xml),
                                    attribute(xml, "state")
                                            .toLowerCase(Locale.ROOT)
                                            .endsWith("hidden")));
                    requireFew(sheets);
                } else if (xml.getLocalName().equals("workbookPr")) {
                    from1904 = attribute(xml, "date1904").matches("1|true");
                }
            }
        }
    }

    private void readTargets(XMLStreamReader xml) throws XMLStreamException, NoRow {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
                if (!attribute(xml, "Type").endsWith(TABLE)) {
                    noTables.add(attribute(xml, "Id"));
                }
                requireFew(targets);
            }
        }
    }

    private static String relation(XMLStreamReader xml) {
        String id = xml.getAttributeValue(RELATION, "id");
        return String.valueOf(id == null ? xml.getAttributeValue(STRICT_RELATION, "id") : id);
    }

    private static void requireFew(Map<String, ?> some) throws NoRow {
        if (some.size() > MOST_SHEETS) {
            throw new NoRow("it has more than %d sheets".formatted(MOST_SHEETS));
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
