/**
 * What editors decided about names in the whole archive: that one stands for another, that somebody
 * is called otherwise, that it is somebody else in some articles, that it is no name. A {@link
 * org.onrecord.people.NameDecision} is kept in the {@link org.onrecord.people.PeopleLog} beside the
 * index, whose documents stay as they are: {@link org.onrecord.people.Names} says for whom an id
 * stands, and whoever reads the index asks it.
 */
@NullMarked
package org.onrecord.people;

import org.jspecify.annotations.NullMarked;
