package org.onrecord.evaluation;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.*;
import org.onrecord.article.*;
import org.onrecord.attribution.*;
import org.onrecord.quotation.*;
import org.onrecord.registry.*;
import org.onrecord.segment.*;
import tools.jackson.databind.json.JsonMapper;

/** Probe. */
public final class CrossValidation {
  private CrossValidation() {}

  private static final Attributor ATTRIBUTOR = new Attributor(RegistryLoader.builtIn());

  /** Runs. */
  public static void main(String[] args) throws Exception {
    List<AnnotatedArticle> marked = GoldReader.read(Path.of(args[0]));
    List<AnnotatedArticle> lost = GoldReader.read(Path.of(args[1]));
    int folds = Integer.parseInt(args[2]);
    int only = Integer.parseInt(args[3]);
    try (PrintWriter m = new PrintWriter(args[4] + ".marks.jsonl", StandardCharsets.UTF_8);
        PrintWriter l = new PrintWriter(args[4] + ".lost.jsonl", StandardCharsets.UTF_8)) {
      for (int f = 0; f < Math.min(folds, only); f++) {
        List<AnnotatedArticle> train = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
          if (i % folds != f) {
            train.add(marked.get(i));
          }
        }
        long t = System.nanoTime();
        QuotationModel model = new QuotationTrainer().train(train);
        if (args.length > 5) {
          try (var out = java.nio.file.Files.newOutputStream(Path.of(args[5]))) {
            ModelFile.write(model, out);
          }
        }
        System.err.println("trained in " + (System.nanoTime() - t) / 1e9);
        QuotationExtractor extractor = new QuotationExtractor(model);
        t = System.nanoTime();
        for (int i = f; i < marked.size(); i += folds) {
          write(m, extractor, marked.get(i));
          write(l, extractor, lost.get(i));
        }
        System.err.println("extracted in " + (System.nanoTime() - t) / 1e9);
      }
    }
  }

  private static void write(PrintWriter out, QuotationExtractor extractor, AnnotatedArticle a) {
    SegmentedArticle s = new Segmenter().segment(a.article().withTitle(null));
    CodePoints cp = new CodePoints(a.article().body());
    List<Map<String, Object>> quotes = new ArrayList<>();
    AttributedArticle aa = ATTRIBUTOR.attribute(s, extractor.extract(s));
    for (AttributedQuotation aq : aa.quotations()) {
      Quotation q = aq.quotation();
      int offset = s.paragraph(q.paragraph()).offset();
      for (TextSpan seg : q.segments()) {
        TextSpan c = cp.of(seg.shift(offset));
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("start", c.start());
        m.put("end", c.end());
        m.put("type", q.kind().label());
        Mention src = q.source();
        if (src != null) {
          TextSpan ss = cp.of(src.span().shift(s.paragraph(src.paragraph()).offset()));
          m.put("speaker_span", new int[] {ss.start(), ss.end()});
          m.put("speaker_mention", src.text());
          m.put(
              "speaker",
              aq.attribution() instanceof Attribution.ToUnnamed
                  ? null
                  : aq.attribution().speakerName());
          m.put("rule", aq.rule());
          m.put("confidence", aq.confidence());
          m.put("party", aq.party().party() == null ? null : aq.party().party().name());
        }
        quotes.add(m);
      }
    }
    out.println(
        JsonMapper.shared()
            .writeValueAsString(Map.of("id", a.article().id().value(), "quotes", quotes)));
  }
}
