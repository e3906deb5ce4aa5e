package org.onrecord.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.onrecord.search.ArchiveCounts;

/**
 * Fills templates (Mustache, with inheritance). Every value is escaped, a name that the view lacks
 * is an error, and null stands for nothing. Safe for use by several threads.
 */
public final class PageRenderer {
  private static final String FOLDER = "/page/";
  private static final String ENDING = ".mustache";

  /** Where a tag goes on in the next line of a template; no page need hold that. */
  private static final Pattern CONTINUED = Pattern.compile("\n +");

  /** Text as it stands between tags and in attributes' values, which are all quoted. */
  public static final Mustache.Escaper ESCAPER =
      Escapers.simple(
          new String[][] {
            {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}
          });

  /** Plain text as it stands there. */
  public static String escaped(String text) {
    return ESCAPER.escape(text);
  }

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .withEscaper(ESCAPER)
          .nullValue("")
          .strictSections(true)
          .emptyStringIsFalse(true)
          .withLoader(PageRenderer::open);

  private final String assets;
  private final Inline inline;

  /**
   * What stands in documents themselves.
   *
   * @param theme the script of each page, since what comes after it waits for it
   * @param frameStyle the style sheet of frames, to which another's page may give another origin
   * @param frameScript their script
   */
  public record Inline(String theme, String frameStyle, String frameScript) {}

  /**
   * @param assets where what pages load is served, with a slash at its end
   */
  public PageRenderer(String assets, Inline inline) {
    this.assets = assets;
    this.inline = inline;
  }

  /**
   * The view as a document.
   *
   * @param counts what the archive holds, for the foot of the page
   * @param looking who it is for
   */
  public String html(PageView view, ArchiveCounts counts, Viewer looking) {
    StringWriter html = new StringWriter();
    template(view.template())
        .execute(view, Frame.of(new PageFoot(counts, looking), assets, inline), html);
    return html.toString();
  }

  /** What all pages have, under names of its own, so that no view's name hides it. */
  private record Frame(
      PageFoot foot, String assets, String theme, String frameStyle, String frameScript) {
    static Frame of(PageFoot foot, String assets, Inline inline) {
      return new Frame(foot, assets, inline.theme(), inline.frameStyle(), inline.frameScript());
    }
  }

  private Template template(String name) {
    return templates.computeIfAbsent(name, compiler::loadTemplate);
  }

  private static Reader open(String name) throws IOException {
    InputStream in = PageRenderer.class.getResourceAsStream(FOLDER + name + ENDING);
    if (in == null) {
      throw new IOException("the build lacks the template " + name);
    }
    try (in) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new StringReader(CONTINUED.matcher(text).replaceAll(" "));
    }
  }
}
