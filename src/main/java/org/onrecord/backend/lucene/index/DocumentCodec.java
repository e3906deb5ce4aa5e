package org.onrecord.backend.lucene.index;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.Publication;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema's records as JSON in UTF-8, as articles lie in the index, and as everything did in
 * earlier versions: exactly what went in comes out, lone surrogates included. A list that an
 * earlier version did not store is empty. Safe for use by several threads.
 */
public final class DocumentCodec {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addMixIn(ArchiveDocument.class, Typed.class)
          .addMixIn(Article.class, WithoutPublication.class)
          .withConfigOverride(
              List.class,
              list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .changeDefaultVisibility(
              visible ->
                  visible
                      .withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE)
                      .withFieldVisibility(Visibility.ANY))
          .changeDefaultPropertyInclusion(
              include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  public byte[] encode(ArchiveDocument document) {
    return mapper.writeValueAsBytes(document);
  }

  public ArchiveDocument decode(byte[] json) {
    return mapper.readValue(json, ArchiveDocument.class);
  }

  byte[] encode(PartedArticle article) {
    return mapper.writeValueAsBytes(article);
  }

  PartedArticle decodeParted(byte[] json) {
    return mapper.readValue(json, PartedArticle.class);
  }

  /** Names the record that a piece of JSON holds. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ArticleDocument.class, name = "article"),
    @JsonSubTypes.Type(value = ParagraphDocument.class, name = "paragraph"),
    @JsonSubTypes.Type(value = QuoteDocument.class, name = "quote")
  })
  private interface Typed {}

  /** What an article's extra members say of its publication is not stored a second time. */
  private abstract static class WithoutPublication {
    @JsonIgnore @Nullable Publication publication;

    @JsonCreator
    WithoutPublication(
        @JsonProperty("id") ArticleId id,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("date") @Nullable LocalDate date,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("outlet") @Nullable String outlet,
        @JsonProperty("section") @Nullable String section,
        @JsonProperty("author") @Nullable String author,
        @JsonProperty("body") String body,
        @JsonProperty("extra") Map<String, Object> extra,
        @JsonProperty("provenance") Provenance provenance) {}
  }
}
