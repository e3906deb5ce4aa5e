/**
 * What editors decided about names, as it changes what a view of the index holds: documents lose
 * one name and gain another without being written anew.
 */
@NullMarked
package org.onrecord.backend.lucene.names;

import org.jspecify.annotations.NullMarked;
