package org.onrecord.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing to be told in a message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Notice.Found.class, name = "found"),
  @JsonSubTypes.Type(value = Notice.Gone.class, name = "gone")
})
public sealed interface Notice {
  /** The id of the article that it is about. */
  String article();

  /**
   * A passage was found.
   *
   * @param passage its permalink id
   */
  record Found(String article, String passage) implements Notice {}

  /** An article of which something was found before is not shown any more. */
  record Gone(String article) implements Notice {}
}
