package org.onrecord.http.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document in UTF-8 under construction. Text and values are escaped, and what XML 1.0 cannot
 * hold becomes U+FFFD.
 */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  /** Begins with the outermost element, in this namespace. */
  XmlText(String root, String namespace) {
    try {
      writer =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  XmlText start(String element) {
    try {
      writer.writeStartElement(element);
      return this;
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  XmlText end() {
    try {
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  /** An element with text and attributes, these as name, value, name, value. */
  XmlText text(String element, String text, String... attributes) {
    try {
      writer.writeStartElement(element);
      attributes(attributes);
      writer.writeCharacters(clean(text));
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  /** An element with attributes alone. */
  XmlText empty(String element, String... attributes) {
    try {
      writer.writeEmptyElement(element);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  /** The document, whose open elements are closed. */
  byte[] bytes() {
    try {
      writer.writeEndDocument();
      writer.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  static String clean(String text) {
    return text.codePoints()
        .map(c -> isAllowed(c) ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0xD800
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  private static IllegalStateException fault(XMLStreamException e) {
    return new IllegalStateException("XML cannot be written to memory", e);
  }
}
