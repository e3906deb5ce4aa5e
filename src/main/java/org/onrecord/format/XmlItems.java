package org.onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;
import org.onrecord.format.ReadResult.Warned;

/** Reads files of XML that hold one or many items, each an element of a name that says so. */
final class XmlItems {

  /** Makes results of one element. */
  @FunctionalInterface
  interface Mapping {
    void map(XmlElement item, Provenance place, Consumer<? super ReadResult> results);
  }

  private final ArticleInput input;
  private final ArticleFormat format;
  private final Consumer<? super ReadResult> results;

  XmlItems(ArticleInput input, ArticleFormat format, Consumer<? super ReadResult> results) {
    this.input = input;
    this.format = format;
    this.results = results;
  }

  /**
   * Reads them all; what is broken is refused at its line, and nothing after it is read.
   *
   * @param names the items' names
   */
  void read(Set<String> names, Mapping mapping) throws IOException {
    long found = 0;
    Optional<String> told = Optional.empty();
    try (Decoding text = new Decoding(input.bytes(), input.options())) {
      XmlStream xml = new XmlStream(text);
      for (Optional<XmlElement> item = xml.next(names); item.isPresent(); item = xml.next(names)) {
        found++;
        if (told.isEmpty()) {
          told = text.warning();
          told.ifPresent(w -> results.accept(new Warned(input.start(format), w)));
        }
        XmlElement element = item.get();
        mapping.map(element, input.at(element.offset(), element.line(), format), results);
      }
      if (found == 0) {
        results.accept(new Skipped(input.start(format), NoArticle.EMPTY));
      }
    } catch (XmlFault e) {
      results.accept(new Rejected(input.at(0, e.line(), format), e.reason()));
    } catch (UndecodableException e) {
      results.accept(
          new Rejected(input.at(e.offset(), e.line(), format), String.valueOf(e.getMessage())));
    }
  }
}
