package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which articles a view has, shown or not. */
record ArticlesOfView(ClusterView view) {
  private static final int PAGE = 1_000;

  /** What is done with some of them. */
  @FunctionalInterface
  interface Step {
    void take(Collection<ArticleId> some) throws IOException;
  }

  /** Takes all of them, page after page. */
  void each(Step step) throws IOException {
    JsonNode last = null;
    List<JsonNode> page;
    do {
      page = page(last, null);
      step.take(ids(page));
      last = page.isEmpty() ? null : page.getLast();
    } while (page.size() == PAGE);
  }

  /**
   * Those of these that it has.
   *
   * @param some at most a page of {@link #each}
   */
  Set<ArticleId> among(Collection<ArticleId> some) throws IOException {
    return some.isEmpty() ? Set.of() : ids(page(null, some));
  }

  private static Set<ArticleId> ids(List<JsonNode> page) {
    Set<ArticleId> ids = new LinkedHashSet<>();
    page.forEach(one -> ids.add(new ArticleId(one.path(0).asString())));
    return ids;
  }

  private List<JsonNode> page(@Nullable JsonNode after, @Nullable Collection<ArticleId> among)
      throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", PAGE).put("track_total_hits", false).put("_source", false);
    ArrayNode filter = body.putObject("query").putObject("bool").putArray("filter");
    filter.add(view.live()).add(Epochs.term(Fields.TYPE, DocumentFields.ARTICLE_TYPE));
    if (among != null) {
      filter.add(EpochWriter.ofArticles(among));
    }
    body.putArray("sort").addObject().put(Fields.ARTICLE, "asc");
    if (after != null) {
      body.set("search_after", after);
    }
    List<JsonNode> page = new ArrayList<>();
    ClusterFaults.whole(view.cluster().send("POST", "/" + view.index() + "/_search", body))
        .path("hits")
        .path("hits")
        .forEach(hit -> page.add(hit.path("sort")));
    return page;
  }
}
