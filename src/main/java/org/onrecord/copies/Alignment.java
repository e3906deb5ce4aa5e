package org.onrecord.copies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.copies.Likeness.Wording;
import org.onrecord.schema.DocumentType;

/**
 * Pairs the passages of a copy with those of the article that it copies, each with one at the most:
 * first those of the same words, in order, then those that nearly are.
 */
public final class Alignment {
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  private Alignment() {}

  /** By the id of one of {@code copied}, the id of the one of {@code original} that it repeats. */
  public static Map<String, String> of(
      List<PassageText> copied, List<PassageText> original, Wording wording) {
    Alignment alignment = new Alignment();
    for (DocumentType type : DocumentType.values()) {
      List<ComparedPassage> ours = compared(copied, type);
      List<ComparedPassage> theirs = compared(original, type);
      alignment.pairEqual(ours, theirs);
      switch (wording) {
        case EQUAL -> {}
        case NEAR -> alignment.pairNear(ours, theirs);
      }
    }
    return Collections.unmodifiableMap(alignment.pairs);
  }

  private static List<ComparedPassage> compared(List<PassageText> passages, DocumentType type) {
    return passages.stream()
        .filter(passage -> passage.type() == type)
        .map(ComparedPassage::of)
        .filter(passage -> !passage.words().isEmpty())
        .toList();
  }

  private void pairEqual(List<ComparedPassage> copied, List<ComparedPassage> original) {
    Map<List<String>, Deque<ComparedPassage>> byWords = new HashMap<>();
    for (ComparedPassage passage : original) {
      byWords.computeIfAbsent(passage.words(), _ -> new ArrayDeque<>()).add(passage);
    }
    for (ComparedPassage passage : copied) {
      Deque<ComparedPassage> equal = byWords.get(passage.words());
      if (equal != null && !equal.isEmpty()) {
        add(passage, equal.remove());
      }
    }
  }

  private void pairNear(List<ComparedPassage> copied, List<ComparedPassage> original) {
    List<ComparedPassage> left =
        original.stream().filter(passage -> !taken.contains(passage.passage().id())).toList();
    Map<Long, List<Integer>> byRun = new HashMap<>();
    for (int i = 0; i < left.size(); i++) {
      int number = i;
      left.get(i)
          .runs()
          .hashes()
          .forEach(run -> byRun.computeIfAbsent(run, _ -> new ArrayList<>(1)).add(number));
    }
    for (ComparedPassage passage : copied) {
      if (!pairs.containsKey(passage.passage().id())) {
        pairNearest(passage, left, byRun);
      }
    }
  }

  private void pairNearest(
      ComparedPassage passage, List<ComparedPassage> left, Map<Long, List<Integer>> byRun) {
    Map<Integer, Integer> shared = new HashMap<>();
    passage
        .runs()
        .hashes()
        .forEach(
            run ->
                byRun
                    .getOrDefault(run, List.of())
                    .forEach(number -> shared.merge(number, 1, Integer::sum)));
    shared.entrySet().stream()
        .filter(each -> !taken.contains(left.get(each.getKey()).passage().id()))
        .filter(each -> passage.isNearly(left.get(each.getKey()), each.getValue()))
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
        .ifPresent(each -> add(passage, left.get(each.getKey())));
  }

  private void add(ComparedPassage copy, ComparedPassage of) {
    pairs.put(copy.passage().id(), of.passage().id());
    taken.add(of.passage().id());
  }
}
