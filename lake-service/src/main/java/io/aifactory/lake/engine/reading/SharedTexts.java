package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells of a workbook refer to by number. They are held in memory, so that there may not be too much of them. */
final class SharedTexts {

    private static final String PART = "xl/sharedStrings.xml";
    private static final int COST_OF_ONE = 32;

    private final List<String> texts = new ArrayList<>();
    private long size;

    private SharedTexts() {}

    static SharedTexts of(WorkbookParts parts) throws IOException {
        var shared = new SharedTexts();
        if (parts.has(PART)) {
            parts.read(PART, shared::read);
        }
        return shared;
    }

    String get(String number) throws NoRow {
        try {
            return texts.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new NoRow("it refers to a text '%s' that is not there".formatted(number));
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, NoRow {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                add(text(xml, "si"));
            }
        }
    }

    private void add(String text) throws NoRow {
        size += text.length() + COST_OF_ONE;
        if (size > Limits.MOST_SHARED_TEXT) {
            throw new NoRow("it has too much text for a workbook; save the sheet as CSV");
        }
        texts.add(text);
    }

    /** Returns the text within the present element, without what tells how it is spoken. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException, NoRow {
        var text = new StringBuilder();
        boolean inText = false;
        boolean spoken = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
                spoken |= xml.getLocalName().equals("rPh");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(element)) {
                    return text.toString();
                }
                inText = false;
                spoken &= !xml.getLocalName().equals("rPh");
            } else if (inText
                    && !spoken
                    && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(xml.getText());
                requireShort(text);
            }
        }
        return text.toString();
    }

    static void requireShort(StringBuilder text) throws NoRow {
        if (text.length() > Limits.LONGEST_LINE) {
            throw new NoRow("it has a value longer than %d characters".formatted(Limits.LONGEST_LINE));
        }
    }
}
