package org.onrecord.cli.option;

import java.util.Set;
import org.onrecord.schema.DocumentType;

/** What hits can be asked for. */
public enum HitType {
  PARAGRAPH(DocumentType.PARAGRAPH),
  QUOTE(DocumentType.QUOTE),
  ANY(DocumentType.values());

  private final Set<DocumentType> documents;

  HitType(DocumentType... documents) {
    this.documents = Set.of(documents);
  }

  public Set<DocumentType> documents() {
    return documents;
  }
}
