// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document, one element per line. */
final class XmlText {

  private final XMLStreamWriter writer;

  private XmlText(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** What writes the elements of a document. */
  @FunctionalInterface
  interface Body {

    /** Writes the elements. */
    void writeTo(XmlText xml) throws XMLStreamException;
  }

  /** Returns the document that holds a body. */
  static String write(Body body) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      body.writeTo(new XmlText(writer));
      writer.writeCharacters("\n");
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("a document in memory can always be written", e);
    }
    return text.toString();
  }

  /** Opens the root element, with the namespace of the document. */
  void open(String name, String namespace) throws XMLStreamException {
    writer.writeCharacters("\n");
    writer.writeStartElement(name);
    writer.writeDefaultNamespace(namespace);
  }

  /** Opens an element. */
  void open(String name) throws XMLStreamException {
    writer.writeCharacters("\n");
    writer.writeStartElement(name);
  }

  /** Closes the element that was opened last. */
  void close() throws XMLStreamException {
    writer.writeEndElement();
  }

  /** Writes an element that holds text; the attributes are names and values in turn. */
  void element(String name, String text, String... attributes) throws XMLStreamException {
    open(name);
    attributes(attributes);
    writer.writeCharacters(text);
    close();
  }

  /** Writes an element that holds nothing; the attributes are names and values in turn. */
  void empty(String name, String... attributes) throws XMLStreamException {
    writer.writeCharacters("\n");
    writer.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
