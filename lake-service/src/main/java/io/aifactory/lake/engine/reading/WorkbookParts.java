package io.aifactory.lake.engine.reading;

import io.aifactory.lake.engine.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an Excel workbook: XML documents in a zip archive. They may refer to nothing outside and declare nothing. */
final class WorkbookParts implements Closeable {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    private final ZipFile archive;
    private final long largest;

    WorkbookParts(Path file, long largest) throws IOException {
        this.largest = largest;
        try {
            archive = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new UnreadableFile("it is a damaged or cut off workbook: " + e.getMessage(), e);
        }
    }

    /** Reads a part of the workbook as XML, element by element. */
    interface Reader {
        void read(XMLStreamReader xml) throws XMLStreamException, IOException, NoRow;
    }

    boolean has(String part) {
        return archive.getEntry(part) != null;
    }

    /**
     * Reads a part.
     *
     * @throws UnreadableFile if it is not there, too large, or no XML
     */
    void read(String part, Reader reader) throws IOException {
        ZipEntry entry = archive.getEntry(part);
        if (entry == null) {
            throw new UnreadableFile("it is a zip archive but no Excel workbook: it has no '%s'".formatted(part));
        }
        try (InputStream in = new BufferedInputStream(
                new Guarded(archive.getInputStream(entry), entry.getCompressedSize(), largest))) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            reader.read(xml);
            xml.close();
        } catch (XMLStreamException | NoRow e) {
            throw new UnreadableFile("its part %s cannot be read: %s".formatted(part, firstLine(e)), e);
        } catch (ZipException e) {
            throw new UnreadableFile("it is a damaged workbook: " + e.getMessage(), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .reduce((first, last) -> last)
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
