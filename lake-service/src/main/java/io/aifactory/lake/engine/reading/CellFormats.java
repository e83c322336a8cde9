package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which cells of a workbook show their number as a date; such a number counts days since 1900, or 1904. */
final class CellFormats {

    private static final String PART = "xl/styles.xml";
    private static final Set<Integer> BUILT_IN_DATES = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57, 58);
    private static final int MOST = 100_000;
    private static final int LONGEST_CODE = 255;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double AFTER_LAST_DAY = 2_958_466;

    /** Day 60 is 29 February 1900, which never was; so days before it count from one day later. */
    private static final double FEBRUARY_1900 = 60;

    private final boolean from1904;
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Boolean> dates = new ArrayList<>();

    private CellFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    static CellFormats of(WorkbookParts parts, boolean from1904) throws IOException {
        var formats = new CellFormats(from1904);
        if (parts.has(PART)) {
            parts.read(PART, formats::read);
        }
        return formats;
    }

    /** Returns a number as it is shown where that is a date (without a time at midnight), else as it is. */
    String shown(String number, @Nullable String style) throws NoRow {
        return isDate(style) ? date(number) : number;
    }

    private boolean isDate(@Nullable String style) {
        int index = number(style, -1);
        return index >= 0 && index < dates.size() && dates.get(index);
    }

    private String date(String text) throws NoRow {
        double days = days(text);
        if (!(days >= 0 && days < AFTER_LAST_DAY)) {
            return text;
        }
        LocalDateTime first = from1904
                ? LocalDateTime.of(1904, 1, 1, 0, 0)
                : LocalDateTime.of(1899, 12, days < FEBRUARY_1900 ? 31 : 30, 0, 0);
        LocalDateTime date = first.plusSeconds(Math.round(days * SECONDS_PER_DAY));
        boolean midnight = date.toLocalTime().toSecondOfDay() == 0;
        return midnight
                ? date.toLocalDate().toString()
                : date.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
    }

    /** A program that writes workbooks calculates in doubles too; no text, however long, takes long to become one. */
    private static double days(String text) throws NoRow {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new NoRow("it has a date '%.20s' that is no number".formatted(text));
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, NoRow {
        boolean inCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inCells |= xml.getLocalName().equals("cellXfs");
                add(xml, inCells);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inCells &= !xml.getLocalName().equals("cellXfs");
            }
        }
    }

    private void add(XMLStreamReader xml, boolean inCells) throws NoRow {
        int id = number(xml.getAttributeValue(null, "numFmtId"), 0);
        if (xml.getLocalName().equals("numFmt")) {
            codes.put(id, String.valueOf(xml.getAttributeValue(null, "formatCode")));
        } else if (inCells && xml.getLocalName().equals("xf")) {
            dates.add(BUILT_IN_DATES.contains(id) || isDateCode(codes.get(id)));
        }
        if (codes.size() + dates.size() > MOST) {
            throw new NoRow("it has more than %d formats".formatted(MOST));
        }
    }

    /** A year or a day in a format, outside of quoted text and of what is in brackets, makes a date. */
    private static boolean isDateCode(@Nullable String code) {
        return code != null
                && code.length() <= LONGEST_CODE
                && code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "").matches("(?is).*[yd].*");
    }

    private static int number(@Nullable String text, int fallback) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : fallback;
    }
}
