package org.onrecord.schema;

import org.onrecord.article.SpeakerRef;
import org.onrecord.article.TextSpan;

/**
 * A person or organisation spoken of in a paragraph.
 *
 * @param span the words that name them ("the former prime minister"), in the paragraph, UTF-16, end
 *     exclusive
 * @param who whom they stand for
 */
public record NamedMention(TextSpan span, SpeakerRef who) {}
