package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a sheet, one row at a time. */
final class SheetCells {

    /** So many name more columns than there may be. */
    private static final int MOST_LETTERS = 4;

    private final SharedTexts shared;
    private final CellFormats formats;
    private final Decimals decimals;
    private long number;
    private List<String> row = new ArrayList<>();
    private long length;

    SheetCells(SharedTexts shared, CellFormats formats, Decimals decimals) {
        this.shared = shared;
        this.formats = formats;
        this.decimals = decimals;
    }

    void read(XMLStreamReader xml, SheetRows rows) throws XMLStreamException, IOException, NoRow {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                begin(xml.getAttributeValue(null, "r"));
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                add(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                rows.add(number, row);
            }
        }
    }

    private void begin(@Nullable String said) {
        number = said != null && said.matches("\\d{1,9}") ? Long.parseLong(said) : number + 1;
        row = new ArrayList<>();
        length = 0;
    }

    private void add(XMLStreamReader xml) throws XMLStreamException, NoRow {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        int column = column(xml.getAttributeValue(null, "r"));
        String value = value(xml, type == null ? "n" : type, style);
        length += value.length();
        if (length > Limits.LONGEST_LINE) {
            throw new NoRow("row %d is longer than %d characters".formatted(number, Limits.LONGEST_LINE));
        }
        if (!value.isEmpty()) {
            while (row.size() <= column) {
                row.add("");
            }
            row.set(column, value);
        }
    }

    /** Returns the place of a cell such as {@code AB12}; without a name it is the one after the last. */
    private int column(@Nullable String reference) throws NoRow {
        int column = 0;
        int letters = 0;
        while (reference != null
                && letters < Math.min(reference.length(), MOST_LETTERS)
                && !Character.isDigit(reference.charAt(letters))) {
            column = column * 26 + reference.charAt(letters++) - 'A' + 1;
        }
        int place = letters == 0 ? row.size() : column - 1;
        if (place < 0 || place >= Limits.MOST_COLUMNS) {
            throw new NoRow(
                    "row %d has a cell '%.20s' beyond column %d".formatted(number, reference, Limits.MOST_COLUMNS));
        }
        return place;
    }

    private String value(XMLStreamReader xml, String type, @Nullable String style) throws XMLStreamException, NoRow {
        var value = new StringBuilder();
        boolean inValue = false;
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("is")) {
                value.append(SharedTexts.text(xml, "is"));
            } else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                inValue = event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("v");
                formula |= xml.getLocalName().equals("f");
            } else if (inValue && event == XMLStreamConstants.CHARACTERS) {
                value.append(xml.getText());
                SharedTexts.requireShort(value);
            }
        }
        if (formula && value.isEmpty() && !type.equals("str")) {
            throw new NoRow(
                    "row %d has a formula that was never calculated; open the workbook where formulas are, and save it"
                            .formatted(number));
        }
        return shown(value.toString(), type, style);
    }

    private String shown(String value, String type, @Nullable String style) throws NoRow {
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> shared.get(value);
            case "b" -> value.equals("1") ? "true" : "false";
            case "n" -> decimals.asText(formats.shown(value, style));
            default -> value;
        };
    }
}
