package org.onrecord.search;

import java.util.List;
import org.onrecord.article.PartyRef;
import org.onrecord.query.Query;
import org.onrecord.query.ReadQuery;

/**
 * What was typed, as it is understood.
 *
 * @param read with the other names and spellings of its names
 * @param spellings what names were also looked for as
 * @param parties which parties it means
 * @param asksForPolarity whether it names a polarity, by which it asks for what was not said as
 *     well
 */
record UnderstoodQuery(
    ReadQuery read, List<Spelling> spellings, List<PartyRef> parties, boolean asksForPolarity) {
  Query query() {
    return read.query();
  }
}
