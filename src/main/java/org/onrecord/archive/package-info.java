/**
 * The archive as a library, in one process, without the service:
 *
 * <pre>{@code
 * Article bridge =
 *     Article.builder("bridge", "The bridge will open in May, Ruth Alder said.")
 *         .date(LocalDate.of(2024, 11, 7))
 *         .outlet("The Harbour Post")
 *         .build();
 * try (Archive archive = Archive.open(Path.of("index"))) {
 *   archive.index(bridge);
 *   SearchRequest alder = SearchRequest.of("bridge").forQuotations().with(Facet.SPEAKER, "Ruth Alder");
 *   for (Hit hit : archive.search(alder).hits()) {
 *     System.out.println(hit.article().id());
 *   }
 * }
 * }</pre>
 *
 * <p>{@link org.onrecord.archive.Archive} takes articles in and searches them; {@link
 * org.onrecord.archive.ArchiveReader} searches an archive that a service serves and writes.
 * Requests are {@link org.onrecord.search.SearchRequest}, changed by its {@code with} methods;
 * answers are records of {@link org.onrecord.search}, {@link org.onrecord.verify} and {@link
 * org.onrecord.schema}. Offsets are UTF-16, end exclusive. Maven's coordinates are {@code
 * org.onrecord:onrecord}; it brings Lucene, OpenNLP, Jackson and Commons CSV.
 */
@NullMarked
package org.onrecord.archive;

import org.jspecify.annotations.NullMarked;
