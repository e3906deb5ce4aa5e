package org.onrecord.http.web;

/** What is made safe to stand in HTML, beside text, which {@link PageRenderer} escapes. */
final class Markup {
  private Markup() {}

  /** JSON as it stands in a script element, which nothing in it can end. */
  static String inScript(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
