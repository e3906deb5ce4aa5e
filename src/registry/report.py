"""What a build counted, dropped and decided."""
import re
from collections import Counter, defaultdict

from periods import before


def check(builder):
    """Prints counts by country and source, what was dropped and why, conflicts and new parties."""
    people, rows, sources = Counter(), Counter(), Counter()
    with_party = Counter()
    for person in builder.people:
        country = person.country or "-"
        people[country] += 1
        rows[country] += len(set(person.memberships))
        with_party[country] += any(not m[1] for m in person.memberships)
        sources.update(m[5] for m in person.memberships)
    print(f"people {sum(people.values())}, memberships {sum(rows.values())}, by hand {sum(p.hand for p in builder.people)}")
    print("country people with-party memberships:")
    print("  " + ", ".join(f"{c} {n}/{with_party[c]}/{rows[c]}" for c, n in people.most_common()))
    print("memberships by source:", dict(sources.most_common()))
    print("dropped:")
    for why, n in builder.dropped.most_common():
        print(f"  {n:6} {why}: {' | '.join(builder.examples[why][:500 if why.startswith(('name of one', 'one person under two', 'same.tsv')) else 5])}")
    print("conflicts (what was done, source, against):")
    for key, n in builder.conflicts.most_common(40):
        print(f"  {n:6} {' / '.join(key)}")
    wrong = problems(builder)
    print(f"problems: {len(wrong)}")
    print("".join(f"  {text}\n" for text in wrong[:60]), end="")
    _parties(builder)


def problems(builder):
    """Lines that should not be: an unknown organisation, dates of another form or the wrong way round, two ids alike, parties that overlap."""
    known = set(builder.book.parties) | set(builder.organisations)
    ids, out = Counter(p.id for p in builder.people), []
    for person in builder.people:
        out += [f"id of two: {person.id}"] if ids[person.id] > 1 else []
        for org, role, start, end, last, source in sorted(set(person.memberships)):
            wrong = [d for d in (start, end, last) if d and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", d)]
            if org not in known or wrong or (start and end and before(end, start)) or re.search(r"[;\t\n]", org + role):
                out.append(f"{person.id}: {org} {role} {start} {end} {last} {source}")
        mine = sorted((m[2] or "0001", m[3] or m[4] or "9999", m[0], m[5]) for m in set(person.memberships) if not m[1] and m[0] in builder.book.parties)
        out += [f"{person.id}: {a[2]} {a[3]} overlaps {b[2]} {b[3]}" for a, b in zip(mine, mine[1:]) if before(b[0], a[1]) and "hand" != a[3] == b[3]]
    return out


def _parties(builder):
    """The parties that the builder made, with the names that led to them."""
    members = Counter(m[0] for p in builder.people for m in p.memberships if not m[1])
    names = defaultdict(Counter)
    for (country, name, _), pid in builder.book.used.items():
        names[pid][f"{country}:{name}"] += 1
    made = [p for p in builder.book.made if members[p]]
    print(f"parties by hand {sum(p.hand for p in builder.book.parties.values())}, made {len(made)}; the most frequent made:")
    for pid in sorted(made, key=lambda p: (-members[p], p))[:60]:
        print(f"  {members[pid]:5} {pid}: {' | '.join(sorted(names[pid])[:6])}")
    print("names that are no party:", ", ".join(sorted(n for n in names[None])[:80]))
