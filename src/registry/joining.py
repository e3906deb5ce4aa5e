"""The snapshots' people and those by hand made one."""
import os
from collections import defaultdict

import parties
import periods
import sounds
from model import ALWAYS, STEADY, near, same_office
from names import fold
from periods import Claim, before, eve
from snapshot import first_fits, read_nicknames


# Lists that give a member the last party for all terms.
LATE = {("everypolitician", "AU"), ("everypolitician", "IE")}


class Joining:
    """The part of a build in which what is by hand wins."""

    def join_hand(self, snapshot):
        """The snapshot's people, those that are by hand already merged into them."""
        index = defaultdict(list)
        for person in self.people:
            for name in set(person.folded()):
                index[name].append(person)
        nick = read_nicknames(os.path.join(self.corpus, "nicknames.tsv"))
        surnames = defaultdict(list)
        for person in self.people:
            if person.country == "US":
                surnames[fold(person.name).split()[-1]].append(person)
        mates = [(person, self._hand_mates(person, index) or self._us_mates(person, surnames, nick)) for person in snapshot]
        out = [person for person, mine in mates if not mine]
        pairs = [(-self._likeness(hand, person), person.name, person.wikidata, hand, person) for person, mine in mates for hand in mine]
        merged, items = set(), {}
        for _, _, _, hand, person in sorted(pairs, key=lambda p: p[:3]):
            item = items.get(id(hand), "")
            if id(person) in merged or (item and person.wikidata and item != person.wikidata):
                continue
            merged.add(id(person))
            items[id(hand)] = item or person.wikidata
            self._merge(hand, person)
        return out + [person for person, mine in mates if mine and id(person) not in merged]

    def _likeness(self, hand, person):
        """How much speaks for a person by hand and one of the snapshot being one: parties and offices in common."""
        shared = {m[0] for m in hand.memberships if not m[1]} & {m[0] for m in person.memberships if not m[1]}
        offices = sum(any(same_office(m, h) for h in hand.memberships if h[1]) for m in person.memberships if m[1])
        return 2 * len(shared) + 2 * offices + (fold(hand.name) == fold(person.name)) + (len(person.rows) > 3)

    def _hand_mates(self, person, index):
        """The people by hand that a person of the snapshot can be."""
        found = {id(p): p for name in person.folded() for p in index.get(name, [])}
        lands = {parties.base(r.country) for r in person.rows}
        mine = {m[0] for m in person.memberships if not m[1]}
        fit = [p for p in found.values() if (not self._lands(p) or "INT" in lands or self._lands(p) & lands or mine & {m[0] for m in p.memberships}) and near(p.span(), person.span(), 20)
               and not (p.wikidata and person.wikidata and p.wikidata != person.wikidata)]
        fit = [p for p in fit if not self._contradicts(p, person) and not self._only_namesakes(p, person)]
        first = min((m[2] for m in person.memberships if m[2]), default="")
        fit = [p for p in fit if not (p.died and first and before(p.died, first))]
        exact = [p for p in fit if fold(p.name) == fold(person.name)]
        return exact if len(fit) > 1 and len(exact) == 1 else fit

    def _only_namesakes(self, hand, person):
        """Whether a name is known for namesakes and nothing else speaks for one person: no party, no office in common."""
        theirs = {m[0] for m in person.memberships if not m[1]}
        shared = any(m[0] in theirs for m in hand.memberships if not m[1]) or any(
            same_office(m, h) for m in person.memberships if m[1] for h in hand.memberships if h[1])
        return sounds.key(hand.name) in self.namesakes and not shared

    def _contradicts(self, hand, person):
        """Whether a list of members gives another party all along and nothing else speaks for one person: a namesake."""
        mine = {m[0] for m in hand.memberships if not m[1] and m[0] in self.book.parties}
        theirs = {m[0] for m in person.memberships if not m[1]}
        firm = any(r.tier() <= 3 and r.party and (r.code(), r.country) not in LATE for r in person.rows)
        if not mine or not theirs or mine & theirs or not firm or parties.base(person.country) not in STEADY:
            return False
        if any(same_office(m, h) for m in person.memberships if m[1] for h in hand.memberships if h[1]):
            return False
        self.note("name of one by hand, but of another party: kept apart", f"{hand.name}: {', '.join(sorted(theirs))}, not {', '.join(sorted(mine))}")
        return True

    def _lands(self, person):
        """The countries of a person's memberships."""
        found = {self.book.parties[m[0]].country if m[0] in self.book.parties else self.organisations.get(m[0], ("", ""))[1]
                 for m in person.memberships}
        return found - {""}

    def _us_mates(self, person, surnames, nick):
        """Tom DeLay by hand is Thomas DeLay of a list if both sat for the same state at the same time."""
        if person.country != "US":
            return []
        seats = [m for m in person.memberships if m[0] == "us-congress"]
        words = fold(person.name).split()
        return [p for p in surnames.get(words[-1], []) if first_fits(words, fold(p.name).split(), nick)
                and any(m[1] == s[1] and m[2][:4] <= (s[3] or s[4])[:4] and s[2][:4] <= (m[3] or m[4])[:4] for m in p.memberships for s in seats)]

    def _merge(self, hand, person):
        """Adds to a person by hand what the snapshot knows besides and what does not contradict."""
        hand.wikidata = hand.wikidata or person.wikidata
        hand.gender = hand.gender or person.gender
        lent = [a for a in [person.name, *person.aliases] if fold(a) not in hand.folded() and sorted(fold(a).split()) != sorted(fold(hand.name).split())]
        hand.aliases += lent
        hand.lent.update(lent)
        periods_by_hand = [m for m in hand.memberships if not m[1] and m[0] in self.book.parties and m[5] == "hand"]
        for m in person.memberships:
            if not m[1]:
                added = self._party_beside(m, periods_by_hand, hand)
                if added:
                    hand.memberships.append(added)
            elif not any(same_office(m, h) for h in hand.memberships if h[1]):
                hand.memberships.append(m)

    def _party_beside(self, m, by_hand, hand):
        """A period of the snapshot as far as it can stand beside those by hand, or None."""
        claim = Claim(m[0], m[2] or ALWAYS, m[3], m[4], m[5], 9)
        others = [Claim(h[0], h[2] or ALWAYS, h[3], h[4], "hand", 0) for h in by_hand]
        if any(o.what == claim.what and (periods.overlap(o, claim) or abs_gap(o, claim) <= periods.GAP) for o in others):
            return None
        rivals = sorted((o for o in others if o.what != claim.what and (periods.overlap(o, claim) or not claim.end and before(claim.start, o.start))),
                        key=lambda o: o.start)
        if not rivals:
            return m
        first = rivals[0]
        if any(periods.overlap(o, claim) for o in others) and not (not claim.end and before(claim.start, first.start)):
            self.conflicts[("dropped: another party by hand", claim.source, "hand")] += 1
            self.examples["another party by hand"].append(f"{hand.name}: {claim!r}")
            return None
        close = periods.days_between(claim.until(), first.start) <= periods.GAP
        self.conflicts[("open end closed by a party by hand", claim.source, "hand")] += 1
        end = eve(first.start) if close else claim.until()
        return (m[0], "", m[2], end, "", m[5])


def abs_gap(a, b):
    """Days between two periods of one party."""
    if before(a.until(), b.start):
        return periods.days_between(a.until(), b.start)
    return periods.days_between(b.until(), a.start) if before(b.until(), a.start) else 0
