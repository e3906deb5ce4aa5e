package org.onrecord.backend.lucene.index;

/**
 * The names of the fields of a Lucene document; what each holds is decided by {@link
 * DocumentFields}.
 */
public final class Fields {
  /** {@code article}, {@code paragraph} or {@code quote}. */
  public static final String TYPE = "type";

  /** The article's id, on every document of it. */
  public static final String ARTICLE = "article";

  /** The permalink id of a paragraph or quotation. */
  public static final String ID = "id";

  /** The whole record, as {@link DocumentCodec} writes it. */
  static final String RECORD = "record";

  /** The text by word stems. */
  public static final String TEXT = "text";

  /** The text by words as inflected, for phrases. */
  public static final String EXACT = "exact";

  /**
   * The headline by word stems, on the article, for all that stands under it; where no field is
   * asked for it only helps the order of hits.
   */
  public static final String TITLE = "title";

  /** The headline by words as inflected, for phrases. */
  public static final String TITLE_EXACT = "title.exact";

  /** A mark where a sentence of the text begins, by {@link SentenceStarts}. */
  public static final String SENTENCE = "sentence";

  /** The names of those who speak. */
  public static final String SPEAKER = "speaker";

  /** The names of those spoken about. */
  public static final String MENTION = "mention";

  /** The day, counted from 1970-01-01. */
  public static final String DATE = "date";

  /** The place in the article: the paragraph's ordinal, then where a quotation is in it. */
  public static final String PLACE = "place";

  /** On an article, a sample of what stands in it, by which copies of it are found. */
  public static final String SKETCH = "sketch";

  /**
   * What a passage has in common with its copies in other articles: the same number; none where it
   * has no copy. Also on what stands alone again since its copies were deleted.
   */
  public static final String PASSAGE = "passage";

  /** On an article whose quotations have lost words, when it did last, in milliseconds. */
  public static final String GONE = "gone";

  /** On a quotation, who says which words: {@link SaidTerm}. */
  public static final String SAID = "said";

  /** On an article that is not shown, why not; such an article is all that there is of it. */
  public static final String HELD = "held";

  /** On an embargoed article, when it may be shown, in milliseconds from 1970-01-01. */
  public static final String DUE = "due";

  /** On an article that is shown, what it was read with, where that is known. */
  public static final String READ_WITH = "readwith";

  /** On what is told not to be said, whatever the value. */
  public static final String UNSAID = "unsaid";

  /** How sure it is that the words are said, 0 to 100; of a paragraph that of each quotation. */
  public static final String CONFIDENCE = "confidence";

  /** How sure it is who says them, 0 to 100; of a paragraph that of each quotation. */
  public static final String SPEAKER_CONFIDENCE = "speakerConfidence";

  /** The lower of the two, of a quotation; of one without a speaker the first. */
  public static final String CERTAINTY = "certainty";

  /** On a passage, what its article's members have that are no field: {@link MemberTerms}. */
  public static final String EXTRA = "extra";

  /** On a passage, where its article is on the web: {@link UrlTerms}. */
  public static final String URL = "url";

  private Fields() {}
}
