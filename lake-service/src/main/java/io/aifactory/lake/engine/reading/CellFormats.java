package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    /** Day 60 is 29 February 1900, which never was; so days before it count from one day later. */
    private static final BigDecimal FEBRUARY_1900 = BigDecimal.valueOf(60);

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
        BigDecimal days;
        try {
            days = new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new NoRow("it has a date '%s' that is no number".formatted(text));
        }
        if (days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
            return text;
        }
        LocalDateTime first = from1904
                ? LocalDateTime.of(1904, 1, 1, 0, 0)
                : LocalDateTime.of(1899, 12, days.compareTo(FEBRUARY_1900) < 0 ? 31 : 30, 0, 0);
        long seconds =
                days.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime date = first.plusSeconds(seconds);
        boolean midnight = date.toLocalTime().toSecondOfDay() == 0;
        return midnight
                ? date.toLocalDate().toString()
                : date.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
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
                && code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "").matches("(?is).*[yd].*");
    }

    private static int number(@Nullable String text, int fallback) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : fallback;
    }
}
