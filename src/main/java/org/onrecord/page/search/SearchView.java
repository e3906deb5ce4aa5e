package org.onrecord.page.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.part.DateChart;
import org.onrecord.page.part.Tab;

/**
 * The page to search on, in one state.
 *
 * @param address the search's one address
 * @param q what was typed
 * @param hidden parameters of the state that no control shows
 * @param fault what is wrong with the search; null where it was answered. The rest is then empty
 * @param syntax the search in our own syntax; null where it is in that
 * @param reading how the query was read; null where nothing was typed
 * @param who whom the query names
 * @param tries searches to begin with; none where something was asked
 * @param clear the search without its filters; null where less than two are in force
 * @param timeline the timeline of whom the search is narrowed to; null where that is nobody, or
 *     several
 * @param filters how many facets' values are ticked, in words; empty for none
 * @param days the days that the search is narrowed to, in words
 * @param chart null where nothing is counted
 * @param results null where nothing was searched
 */
public record SearchView(
    PageHead head,
    String address,
    String q,
    List<Hidden> hidden,
    @Nullable QueryFault fault,
    QueryReading.@Nullable Link syntax,
    @Nullable QueryReading reading,
    List<WhoCard> who,
    List<QueryReading.Link> tries,
    List<Chip> chips,
    @Nullable String clear,
    @Nullable String timeline,
    List<Tab> tabs,
    List<FacetBox> facets,
    List<QueryReading.Link> unusual,
    String filters,
    String days,
    String from,
    String to,
    @Nullable DateChart chart,
    @Nullable Results results)
    implements PageView {
  public SearchView {
    hidden = List.copyOf(hidden);
    who = List.copyOf(who);
    tries = List.copyOf(tries);
    chips = List.copyOf(chips);
    tabs = List.copyOf(tabs);
    facets = List.copyOf(facets);
    unusual = List.copyOf(unusual);
  }

  @Override
  public String template() {
    return "search";
  }

  public boolean chipped() {
    return !chips.isEmpty();
  }

  public boolean hasUnusual() {
    return !unusual.isEmpty();
  }

  public boolean tried() {
    return !tries.isEmpty();
  }

  public boolean dated() {
    return !from.isEmpty() || !to.isEmpty();
  }

  /** A parameter that goes along with what is typed and ticked. */
  public record Hidden(String name, String value) {}

  /**
   * A way to sort.
   *
   * @param value the parameter's; empty for the one that goes without saying
   */
  public record Sort(String value, String label, boolean chosen) {}

  /**
   * What was found.
   *
   * @param heading "6 passages"
   * @param beside what else is to be said of their number; empty for nothing
   * @param sorts ways to sort
   * @param copies whether the search can show copies that are folded, or shows them
   * @param unfolded whether it does show them
   * @param hits passages or quotations
   * @param articles articles, where those are asked for
   * @param nothing what to do where nothing was found; null where something was
   * @param shown "All 6 shown.", "20 of 300 shown"
   * @param more the search with more results; null where all are shown
   * @param moreLabel what following that does
   * @param appends whether the results so far are part of those with more
   * @param first the first page; null on the first page
   * @param csv every result as CSV, as a path
   * @param jsonl every result as JSON Lines, as a path
   * @param feed the newest results as an Atom feed, as a path
   */
  public record Results(
      String heading,
      String beside,
      List<Sort> sorts,
      boolean copies,
      boolean unfolded,
      List<HitView> hits,
      List<ArticleCard> articles,
      @Nullable Nothing nothing,
      String shown,
      @Nullable String more,
      String moreLabel,
      boolean appends,
      @Nullable String first,
      String csv,
      String jsonl,
      String feed) {
    public Results {
      sorts = List.copyOf(sorts);
      hits = List.copyOf(hits);
      articles = List.copyOf(articles);
    }

    public boolean some() {
      return nothing == null;
    }

    /** Where the search is saved, as a path. */
    public String save() {
      int query = feed.indexOf('?');
      return "/saved/new" + (query < 0 ? "" : feed.substring(query));
    }

    public boolean quotations() {
      return !hits.isEmpty() && hits.getFirst().isQuotation();
    }
  }

  /**
   * Nothing was found.
   *
   * @param heading what holds nothing
   * @param q what was typed; empty for nothing
   * @param rest within what
   * @param ways other searches that find something
   */
  public record Nothing(String heading, String q, String rest, List<Way> ways) {
    public Nothing {
      ways = List.copyOf(ways);
    }

    public boolean helpless() {
      return ways.isEmpty();
    }
  }

  /** Another search. */
  public record Way(String text, String href, String count) {}
}
