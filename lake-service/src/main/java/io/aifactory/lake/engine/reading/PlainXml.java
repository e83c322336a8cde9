package io.aifactory.lake.engine.reading;

import io.aifactory.lake.engine.UnreadableFile;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * XML as workbooks have it: short pieces, few names, little depth. A parser holds a piece, every name and all open elements in
 * memory, so that there may not be more of them, however large the document.
 */
final class PlainXml extends StreamReaderDelegate {

    private final Guarded source;
    private final Set<String> names = new HashSet<>();
    private int depth;

    PlainXml(XMLStreamReader xml, Guarded source) {
        super(xml);
        this.source = source;
    }

    @Override
    public int next() throws XMLStreamException {
        source.beginPiece();
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            addNames();
            require(depth <= Limits.DEEPEST_XML, "elements more than %d deep".formatted(Limits.DEEPEST_XML));
            require(names.size() <= Limits.MOST_NAMES, "more than %d names".formatted(Limits.MOST_NAMES));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        require(event != XMLStreamConstants.PROCESSING_INSTRUCTION, "processing instructions");
        return event;
    }

    private void addNames() {
        names.add(getLocalName());
        for (int i = 0; i < getAttributeCount(); i++) {
            names.add(getAttributeLocalName(i));
        }
        for (int i = 0; i < getNamespaceCount(); i++) {
            names.add(getNamespacePrefix(i) + '=' + getNamespaceURI(i));
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnreadableFile("it has %s, as no workbook has".formatted(otherwise));
        }
    }
}
