package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Segmenter;
import org.onrecord.segment.Token;

/**
 * The people and organisations that an article's feed names beside its text, as NITF, NewsML-G2,
 * ninjs and AP's items do. That the feed calls a name a person's is evidence that it is one;
 * whether anybody speaks, the text alone says.
 */
public final class FeedNames {
  private static final int MOST = 200;
  private static final int LONGEST_NAME = 5;

  /** In characters. */
  private static final int LONGEST_TITLE = 120;

  private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[][^)\\]]*[)\\]]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** In which member of a feed's person it stands what that is. */
  private static final List<String> TITLES =
      List.of("title", "function", "role", "jobTitle", "description", "affiliation");

  private final Map<List<String>, FeedPerson> people = new LinkedHashMap<>();
  private final Set<List<String>> organisations = new HashSet<>();

  /**
   * Somebody whom a feed names.
   *
   * @param words the name's, at least one, titles left out, the surname last
   * @param descriptions the roles that the feed gives
   */
  public record FeedPerson(List<String> words, List<Description> descriptions) {
    public FeedPerson {
      words = List.copyOf(words);
      descriptions = List.copyOf(descriptions);
    }

    /** The surname, folded. */
    public String last() {
      String last = NameForm.fold(words.getLast());
      return NameForm.isSuffix(last) && words.size() > 2
          ? NameForm.fold(words.get(words.size() - 2))
          : last;
    }
  }

  private FeedNames() {}

  /** Those of an article; what is no name among them is passed over. */
  public static FeedNames of(Article article) {
    FeedNames names = new FeedNames();
    for (Object each : list(article, ArticleDetails.PEOPLE)) {
      names.addPerson(each);
    }
    for (Object each : list(article, ArticleDetails.ORGANISATIONS)) {
      String name = name(each);
      if (!name.isEmpty()) {
        names.organisations.add(folded(words(name)));
      }
    }
    return names;
  }

  private static List<?> list(Article article, String member) {
    return article.extra().get(member) instanceof List<?> all
        ? all.subList(0, Math.min(MOST, all.size()))
        : List.of();
  }

  private static String name(Object each) {
    Object name = each instanceof Map<?, ?> members ? members.get("name") : each;
    return name instanceof String text ? BRACKETS.matcher(text).replaceAll("").strip() : "";
  }

  private static List<String> words(String name) {
    return Arrays.asList(SPACES.split(name));
  }

  private static List<String> folded(List<String> words) {
    List<String> folded = words.stream().map(NameForm::fold).toList();
    return folded.size() > 1 && folded.getFirst().equals("the")
        ? folded.subList(1, folded.size())
        : folded;
  }

  /** {@code Ruth Alder}, {@code Alder, Ruth}, {@code ALDER Ruth}, {@code Ruth Alder, Mayor}. */
  private void addPerson(Object each) {
    String name = name(each);
    List<Description> descriptions = new ArrayList<>();
    int comma = name.indexOf(',');
    if (comma > 0) {
      String before = name.substring(0, comma).strip();
      String behind = name.substring(comma + 1).strip();
      if (NameForm.isSuffix(NameForm.fold(behind))) {
        name = before + " " + behind;
      } else if (words(before).size() > 1 || !descriptions(behind).isEmpty()) {
        name = before;
        descriptions.addAll(descriptions(behind));
      } else {
        name = behind + " " + before;
      }
    }
    if (each instanceof Map<?, ?> members) {
      for (String title : TITLES) {
        if (members.get(title) instanceof String text) {
          descriptions.addAll(descriptions(text));
        }
      }
    }
    List<String> words = bare(name, descriptions);
    boolean capitalised =
        !words.isEmpty()
            && Character.isUpperCase(words.getFirst().codePointAt(0))
            && words.stream().allMatch(w -> Character.isLetter(w.codePointAt(0)));
    if (capitalised && words.size() <= LONGEST_NAME) {
      people.putIfAbsent(folded(words), new FeedPerson(words, descriptions));
    }
  }

  /** The name without the titles and roles before it, the surname last, in usual letters. */
  private static List<String> bare(String name, List<Description> descriptions) {
    List<Token> tokens = tokens(name);
    int first = 0;
    while (first < tokens.size() - 2) {
      int end = Title.at(tokens, first, tokens.size()).map(Title::end).orElse(first);
      if (end == first) {
        end = RolePhrases.at(tokens, first, tokens.size() - 2).map(r -> r.end()).orElse(first);
      }
      if (end == first) {
        break;
      }
      first = end;
    }
    if (first > 0) {
      descriptions.addAll(RolePhrases.descriptions(tokens, 0, first));
    }
    String rest =
        first == 0 || first >= tokens.size() ? name : name.substring(tokens.get(first).start());
    List<String> words = new ArrayList<>(words(rest));
    if (words.size() == 2 && isCapitals(words.getFirst()) && !isCapitals(words.getLast())) {
      words = List.of(words.getLast(), words.getFirst());
    }
    return words.stream().filter(w -> !w.isEmpty()).map(w -> NameCase.of(w, true)).toList();
  }

  private static boolean isCapitals(String word) {
    return word.length() > 2 && word.chars().noneMatch(Character::isLowerCase);
  }

  /** The roles in a title; a longer text tells a life, and not what somebody is now. */
  private static List<Description> descriptions(String text) {
    List<Token> tokens = text.length() > LONGEST_TITLE ? List.of() : tokens(text);
    return RolePhrases.descriptions(tokens, 0, tokens.size());
  }

  private static List<Token> tokens(String text) {
    return new Segmenter()
        .segment(Article.of("feed", null, text)).paragraphs().stream()
            .flatMap(p -> p.tokens().stream())
            .toList();
  }

  /** The people. */
  public List<FeedPerson> people() {
    return List.copyOf(people.values());
  }

  /** The one of the people whose whole name this is; null where it is nobody's. */
  public @Nullable FeedPerson person(List<String> name) {
    return people.get(folded(name));
  }

  /**
   * The names of a paragraph, of which those that the feed has are what it says that they are: a
   * person's whole name, an organisation's of two words or more, and one word of which nothing else
   * is known.
   */
  public List<NameMention> agreed(List<NameMention> names) {
    return people.isEmpty() && organisations.isEmpty()
        ? names
        : names.stream().map(this::agreed).toList();
  }

  private NameMention agreed(NameMention name) {
    List<String> words = folded(name.words());
    boolean open = name.words().size() > 1 || name.kind() == Kind.UNKNOWN;
    boolean person = people.containsKey(words);
    boolean organisation = organisations.contains(words);
    if (!open || person == organisation) {
      return name;
    }
    boolean ordinary = words.size() == 1 && name.opens() && Lexicon.ENGLISH.isWordToo(name.last());
    return ordinary ? name : name.of(person ? Kind.PERSON : Kind.ORGANISATION);
  }
}
