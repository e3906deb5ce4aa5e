"""What a build counted, dropped and decided."""
from collections import Counter, defaultdict


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
        print(f"  {n:6} {why}: {' | '.join(builder.examples[why][:5 if not why.startswith('name of one') else 200])}")
    print("conflicts (what was done, source, against):")
    for key, n in builder.conflicts.most_common(40):
        print(f"  {n:6} {' / '.join(key)}")
    _parties(builder)


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
