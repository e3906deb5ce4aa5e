package org.onrecord.backend.lucene.copies;

import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.copies.Likeness;

/** Of the articles that one is a copy of, or that are copies of it, the one most alike. */
public record NearestCopy(WrittenArticle article, Likeness likeness) {}
