package org.onrecord.backend.lucene.index;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
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
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.Provenance;
import org.onrecord.article.Publication;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.FurtherSpeaker;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.schema.StruckQuotation;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema's records as JSON in UTF-8, the way they lie in the index: exactly what went in comes
 * out, lone surrogates included. A record is an array of its members in their order, without their
 * names. Earlier versions wrote the names, which is still read; a list that they did not store is
 * empty. Safe for use by several threads.
 */
public final class DocumentCodec {
  /** What an article, a paragraph and whatever is in them are made of. */
  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          ArticleDocument.class,
          ParagraphDocument.class,
          QuoteDocument.class,
          ArticleHeader.class,
          Article.class,
          Provenance.class,
          FormerAddress.class,
          ArchivedQuotation.class,
          StruckQuotation.class,
          CorrectionMark.class,
          FurtherSpeaker.class,
          NamedMention.class,
          SpeakerRef.class,
          PartyRef.class,
          Excerpt.class,
          TextSpan.class,
          ArticleId.class,
          PartedArticle.class);

  private final JsonMapper named = named().build();
  private final JsonMapper mapper = unnamed();

  private static JsonMapper unnamed() {
    JsonMapper.Builder builder = named();
    RECORDS.forEach(
        one ->
            builder.withConfigOverride(
                one, all -> all.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY))));
    return builder.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  }

  private static JsonMapper.Builder named() {
    return JsonMapper.builder()
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
        .disable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
  }

  byte[] encode(ArchiveDocument document) {
    return mapper.writeValueAsBytes(document);
  }

  ArchiveDocument decode(byte[] json) {
    return (json[0] == '{' ? named : mapper).readValue(json, ArchiveDocument.class);
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
