package org.onrecord.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/**
 * What the prefixes of a document stand for, element by element (<a
 * href="https://www.w3.org/TR/xml-names/">Namespaces in XML</a>). A prefix that nothing declares,
 * as feeds put together by templates have, stands for itself: the rest can be read all the same.
 * Not safe for use by several threads.
 */
final class XmlNamespaces {
  private static final String DECLARES = "xmlns";

  private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

  /** Enters the element at which a reader without namespaces stands. */
  void open(XMLStreamReader xml) {
    Map<String, String> scope = scopes.isEmpty() ? Map.of() : scopes.element();
    Map<String, String> declared = null;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (isDeclaration(xml, i)) {
        declared = declared == null ? new HashMap<>(scope) : declared;
        boolean prefixed = DECLARES.equals(xml.getAttributePrefix(i));
        declared.put(prefixed ? xml.getAttributeLocalName(i) : "", xml.getAttributeValue(i));
      }
    }
    scopes.push(declared == null ? scope : declared);
  }

  /** Leaves it. */
  void close() {
    scopes.pop();
  }

  /** Whether an attribute declares a prefix, and is none of the element's own. */
  static boolean isDeclaration(XMLStreamReader xml, int attribute) {
    return DECLARES.equals(xml.getAttributePrefix(attribute))
        || DECLARES.equals(xml.getAttributeLocalName(attribute));
  }

  /** The namespace of a qualified name in the element that was entered last. */
  String of(String qualified) {
    int colon = qualified.indexOf(':');
    String prefix = colon < 0 ? "" : qualified.substring(0, colon);
    return scopes.element().getOrDefault(prefix, prefix);
  }

  /** A qualified name without its prefix. */
  static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }
}
