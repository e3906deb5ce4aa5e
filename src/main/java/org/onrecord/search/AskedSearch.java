package org.onrecord.search;

import org.onrecord.query.Query;

/**
 * What an engine is asked to find, without falling back.
 *
 * @param request whose filters are canonical values
 * @param query what its {@code q} means
 */
public record AskedSearch(SearchRequest request, Query query, MatchMode match) {}
