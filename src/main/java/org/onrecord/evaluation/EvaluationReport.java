package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The outcome of an evaluation: figures for people, figures for files, and what was found. */
public final class EvaluationReport {
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, QuotationScores> scores;
  private final Map<GoldArticle, List<SystemQuotation>> found;

  EvaluationReport(
      Map<String, QuotationScores> scores, Map<GoldArticle, List<SystemQuotation>> found) {
    this.scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    this.found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
  }

  Map<String, QuotationScores> scores() {
    return scores;
  }

  /** A table to read. */
  public String text() {
    StringBuilder text = new StringBuilder();
    scores.forEach((name, score) -> text.append(ScoresText.of(name, score)));
    return text.toString();
  }

  /**
   * Everything measured, without a word of any article.
   *
   * @param command how to make it again
   */
  public String json(String command) {
    ObjectNode node = PRETTY.createObjectNode().put("command", command);
    scores.forEach((name, score) -> node.set(name, ScoresJson.rounded(score)));
    return PRETTY.writeValueAsString(node);
  }

  /** What was found, a JSON line an article, as {@code onrecord extract} prints it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    found.forEach((article, quotations) -> lines.add(SystemFile.line(article, quotations)));
    return lines;
  }
}
