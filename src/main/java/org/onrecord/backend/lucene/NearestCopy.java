package org.onrecord.backend.lucene;

import org.onrecord.copies.Likeness;

/** Of the articles that one is a copy of, or that are copies of it, the one most alike. */
record NearestCopy(WrittenArticle article, Likeness likeness) {}
