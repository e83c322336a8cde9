package io.aifactory.lake.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes Excel workbooks by hand, good ones and others. */
final class Workbooks {

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Set<String> charts = new HashSet<>();
    private final StringBuilder shared = new StringBuilder();
    private String namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private String declaration = "";

    static byte[] of(String declaration, String rows) {
        Workbooks workbook = new Workbooks().sheet("Sheet1", rows);
        workbook.declaration = declaration;
        return workbook.bytes();
    }

    Workbooks shared(String... texts) {
        for (String text : texts) {
            shared.append("<si><t>").append(text).append("</t></si>");
        }
        return this;
    }

    Workbooks sheet(String name, String rows) {
        sheets.put(name, rows);
        return this;
    }

    Workbooks hidden(String name, String rows) {
        states.put(name, "hidden");
        return sheet(name, rows);
    }

    Workbooks chart(String name) {
        charts.add(name);
        return sheet(name, "");
    }

    Workbooks strict() {
        namespace = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var list = new StringBuilder();
            var relations = new StringBuilder();
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                list.append("<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"r%d\"/>"
                        .formatted(sheet.getKey(), number, states.getOrDefault(sheet.getKey(), "visible"), number));
                relations.append("<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(
                                number,
                                namespace,
                                charts.contains(sheet.getKey()) ? "chartsheet" : "worksheet",
                                number));
                add(
                        zip,
                        "xl/worksheets/sheet%d.xml".formatted(number),
                        declaration + "<worksheet><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
            }
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"%s\"><sheets>%s</sheets></workbook>".formatted(namespace, list));
            add(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
            add(zip, "xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
            add(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]dd/mm/yyyy\\ hh:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(UTF_8));
        zip.closeEntry();
    }
}
