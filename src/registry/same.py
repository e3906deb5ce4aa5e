"""One person under two spellings made one; namesakes kept apart."""
import os
import re
from collections import defaultdict

import periods
import sounds
from model import HERE, STEADY, name_person, near, office_words, same_office
from names import fold
from periods import Claim, before

TITLES = set("muhammad mohammad mohammed mohamed muhammed md mian malik chaudhry chaudhary choudhary choudhury ch syed sayed rana sardar haji pir peer maulana "
             "molana moulana nawab nawabzada makhdoom makhdum sahibzada raja rao mir shaikh sheikh shri smt dr prof engineer engr begum mst alhaj sri".split())
SOUTH_ASIA = {"PK", "BD", "IN", "AF", "LK"}
SHARED = re.compile(r"(acting |first )*(Deputy|Vice|Second)", re.I)
SEAT = re.compile(r"Member|MP |Minister in|Government whip|US Rep|US Sen|Senator|Junior|Minister (without|of State)|Parliamentary|Shadow", re.I)
SUFFIX = {"jr": "jr", "junior": "jr", "jnr": "jr", "ii": "jr", "iii": "iii", "sr": "sr", "senior": "sr"}


class SamePeople:
    """The part of a build that finds who is there twice."""

    def read_same(self):
        """same.tsv: ids or names that are one person; namesakes.tsv: names that several people share."""
        self.same = [tuple(cells[:3]) for cells in table("same.tsv")]
        self.namesakes = {sounds.key(cells[0]) for cells in table("namesakes.tsv")}

    def join_same(self, people):
        """The people, each once: joined by what is by hand, by office, by sound, by sound without titles."""
        gone = set()
        self._join_told(people, gone)
        self._join_officers(people, gone)
        self._join_groups(people, gone, lambda p, land: {sounds.sound(n) for n in [p.name, *p.aliases]}, self._one)
        self._join_groups(people, gone, lambda p, land: self._bare(p) if land in SOUTH_ASIA else set(), self._one_of_hand)
        return [p for p in people if id(p) not in gone]

    def _join_told(self, people, gone):
        """Joins the rows of same.tsv: country, the name that stays, the other."""
        index = defaultdict(list)
        for person in people:
            for land in self._home(person):
                index[(land, fold(person.name))].append(person)
        for land, keep, lose in self.same:
            one = sorted(index[(land, fold(keep))], key=lambda p: not p.hand)
            two = sorted((p for p in index[(land, fold(lose))] if not one or p is not one[0]), key=lambda p: p.hand)
            if not one or not two:
                self.note("same.tsv: nobody of that name", f"{land} {keep} / {lose}")
                continue
            self._fuse(one[0], two[0], gone)

    def _home(self, person):
        """The countries of a person, without their parts."""
        return {c[:2] for c in {person.country, *self._lands(person)} if c}

    def _join_groups(self, people, gone, keys, fits):
        """Joins pairs of one country with a key in common that fit, the better known first."""
        index = defaultdict(list)
        for person in people:
            if id(person) not in gone:
                for land in self._home(person):
                    for key in keys(person, land) - {None, ""}:
                        index[(land, key)].append(person)
        for _, group in sorted(index.items()):
            group = [p for p in dict.fromkeys(group) if id(p) not in gone]
            for lose in [p for p in group if not p.hand]:
                mates = [p for p in group if p is not lose and id(p) not in gone and (p.hand or len(p.rows) >= len(lose.rows)) and fits(p, lose)]
                mates = [p for p in mates if p.hand] or mates
                if len(mates) == 1 and id(lose) not in gone:
                    self._fuse(mates[0], lose, gone)

    def _bare(self, person):
        """The sounds of a name without titles, Muhammad and a final Khan; of two words at least."""
        out = set()
        for name in [person.name, *person.aliases]:
            own = [w for w in sounds.words(name)]
            own = own[:-1] if len(own) > 2 and own[-1] == "khan" else own
            while len(own) > 1 and own[0] in TITLES:
                own = own[1:]
            own = own[:1] + [w for w in own[1:-1] if w not in TITLES] + own[1:][-1:]
            if len(own) > 1:
                out.add(sounds.sound(" ".join(own)))
        return out

    def _alike(self, a, b):
        """Whether two people can be one at all: not both by hand, no two items, one life, not known for namesakes, not father and son."""
        if (a.hand and b.hand) or (a.wikidata and b.wikidata and a.wikidata != b.wikidata) or not near(a.span(), b.span(), 15):
            return False
        if generation(a) != generation(b) and (generation(a) == "sr" or generation(b) == "sr" or (a.wikidata and b.wikidata)):
            return False
        for one, other in ((a, b), (b, a)):
            first = min((m[2] for m in other.memberships if m[2]), default="")
            if one.died and first and before(one.died, first) or one.born and first and int(first[:4]) - int(one.born[:4]) < 18:
                return False
        return not {sounds.key(n) for n in [a.name]} & self.namesakes and not {sounds.key(b.name)} & self.namesakes

    def _parties(self, person):
        """The parties a person was ever in."""
        return {m[0] for m in person.memberships if not m[1] and m[0] in self.book.parties}

    def _one(self, a, b):
        """Whether two people of one sound are one: an office or a party in common, or a long name and no other party."""
        if not self._alike(a, b) or self._meet(a, b):
            return False
        mine, theirs = self._parties(a), self._parties(b)
        if self._office_shared(a, b) or mine & theirs and self._party_tells(a, b):
            return True
        return not (mine and theirs) and len(sounds.words(b.name)) > 2 and not re.search(r"\b[A-Z]\b", b.name)

    def _party_tells(self, a, b):
        """Whether a party in common says that two of a like name are one: not where two parties are all there are, or only the sound is like."""
        land = a.country[:2]
        plain = [{" ".join(w for w in sounds.words(n) if len(w) > 1) for n in [p.name, *p.aliases]} for p in (a, b)]
        return land != "US" and (land not in STEADY or bool(plain[0] & plain[1]))

    def _one_of_hand(self, a, b):
        """As for two of one sound, where the first is by hand."""
        return (a.hand or not (self._parties(a) and self._parties(b)) and len(sounds.words(b.name)) > 2) and self._one(a, b)

    def _office_shared(self, a, b):
        """Whether they held one office at one time that only one can hold."""
        return any(same_office(m, h) for m in a.memberships if m[1] and not m[1].startswith(("Member", "MP ")) for h in b.memberships if h[1])

    def _meet(self, a, b):
        """Whether one list has both as members of a parliament at one time: two people."""
        seats = [[(r.source, r.role, r.start, r.end or r.known) for r in p.rows if r.start and r.tier() <= 3] for p in (a, b)]
        return any(s[0] == t[0] and s[2] < t[3] and t[2] < s[3] for s in seats[0] for t in seats[1])

    def _join_officers(self, people, gone):
        """Joins two who held one office from one day to one day and have a word of their names in common."""
        index = defaultdict(list)
        for person in people:
            for m in person.memberships:
                if m[1] and len(m[2]) == 10 and m[0] not in self.book.parties and id(person) not in gone and not SEAT.match(m[1]):
                    index[(m[0], office_words(m[1]))].append((m, person))
        for key, held in sorted(index.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
            for m, person in sorted(held, key=lambda h: (h[1].hand, h[0], h[1].name)):
                mates = {id(p): p for n, p in held if p is not person and id(p) not in gone and same_days(m, n) and self._alike(p, person)
                         and not person.hand and self._share_word(p, person, 2 if SHARED.match(m[1]) else 1)}
                if len(mates) == 1 and id(person) not in gone:
                    self._fuse(next(iter(mates.values())), person, gone)

    def _share_word(self, a, b, needed):
        """Whether so many long words of two people's names sound alike."""
        heard = [{sounds.sound(w) for n in [p.name, *p.aliases] for w in sounds.words(n) if len(w) > 3} for p in (a, b)]
        return len(heard[0] & heard[1]) >= needed

    def _fuse(self, keep, lose, gone):
        """Makes two people one."""
        gone.add(id(lose))
        self.note("one person under two spellings: joined", f"{keep.name} / {lose.name}")
        keep.rows += lose.rows
        if keep.hand:
            self._merge(keep, lose)
            return
        keep.wikidata = keep.wikidata or lose.wikidata
        others, keep.aliases = [keep.name, *keep.aliases, lose.name, *lose.aliases], []
        name_person(keep)
        keep.aliases += [a for a in others if fold(a) not in keep.folded() and sorted(fold(a).split()) != sorted(fold(keep.name).split())]
        keep.memberships = self.memberships(keep)


def same_days(m, n):
    """Whether two terms begin and, as far as is known, end within a month of each other."""
    if not m[2] or not n[2] or len(n[2]) < 10 or abs((periods.day(m[2]) - periods.day(n[2])).days) > 31:
        return False
    if m[3] and n[3]:
        return abs((periods.day(m[3], True) - periods.day(n[3], True)).days) <= 31
    ended, known = m[3] or n[3], m[4] or n[4]
    return not ended or not before(ended, known)


def generation(person):
    """The Jr or Sr of a name, if it has one."""
    return next((SUFFIX[w] for w in sounds.words(person.name) if w in SUFFIX), "")


def table(file):
    """The rows of a table in this folder."""
    with open(os.path.join(HERE, file), encoding="utf-8") as handle:
        return [text.rstrip("\n").split("\t") for text in handle if text.strip() and not text.startswith("#")]
