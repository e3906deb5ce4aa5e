package org.onrecord.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.Lazy;
import org.onrecord.article.PartyRef;
import org.onrecord.attribution.AttributedArticle.PartyMention;
import org.onrecord.attribution.AttributedArticle.PersonMention;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.cast.Focus;
import org.onrecord.attribution.cast.PartyDecision;
import org.onrecord.attribution.cast.PartyFinder;
import org.onrecord.attribution.cast.Represented;
import org.onrecord.attribution.cast.ShortNames;
import org.onrecord.attribution.cast.Subjects;
import org.onrecord.attribution.cast.Subjects.Named;
import org.onrecord.attribution.lookup.ArticleCountries;
import org.onrecord.attribution.lookup.Identifier;
import org.onrecord.attribution.lookup.OfficeHolders;
import org.onrecord.attribution.lookup.PartyResolver;
import org.onrecord.attribution.lookup.PersonIndex;
import org.onrecord.attribution.names.ArticleNames;
import org.onrecord.attribution.names.Asides;
import org.onrecord.attribution.names.FeedNames;
import org.onrecord.attribution.names.LabelPlaces;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameModel;
import org.onrecord.attribution.names.NameModelFile;
import org.onrecord.attribution.names.NameTagger;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.names.TitleCase;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.source.Antecedents;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.attribution.source.Bodies;
import org.onrecord.attribution.source.BodyPhrases;
import org.onrecord.attribution.source.BodySources;
import org.onrecord.attribution.source.BodySubjects;
import org.onrecord.attribution.source.Candidates;
import org.onrecord.attribution.source.CarriedSources;
import org.onrecord.attribution.source.Conversation;
import org.onrecord.attribution.source.LeadIns;
import org.onrecord.attribution.source.Nominals;
import org.onrecord.attribution.source.Nominals.Nominal;
import org.onrecord.attribution.source.PartisanSources;
import org.onrecord.attribution.source.Scene;
import org.onrecord.attribution.source.Source;
import org.onrecord.attribution.source.SourceResolver;
import org.onrecord.attribution.source.Spokespeople;
import org.onrecord.attribution.source.Strangers;
import org.onrecord.attribution.source.TurnLabels;
import org.onrecord.attribution.source.WritingNouns;
import org.onrecord.attribution.source.Writings;
import org.onrecord.attribution.words.Acronyms;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.quotation.Quotation;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Token;

/** Works out who speaks in each quotation of an article, and for which party. Thread-safe. */
public final class Attributor {
  private final Registry registry;
  private final NameTagger tagger;
  private final SpeakerModel model;
  private final Lazy<PersonIndex> people = new Lazy<>();

  public Attributor(Registry registry) {
    this(registry, NameModelFile.shipped(), SpeakerModel.shipped());
  }

  /** One that finds names by another model. */
  public Attributor(Registry registry, NameModel names) {
    this(registry, names, SpeakerModel.shipped());
  }

  /** One that tells by another model who speaks. */
  public Attributor(Registry registry, SpeakerModel model) {
    this(registry, NameModelFile.shipped(), model);
  }

  private Attributor(Registry registry, NameModel names, SpeakerModel model) {
    this.registry = registry;
    this.tagger = new NameTagger(registry, names);
    this.model = model;
  }

  /** Worked out with the first article: a service that only answers searches never needs it. */
  private PersonIndex people() {
    return people.get(() -> new PersonIndex(registry));
  }

  /** Attributes an article's quotations, which must be in the order of its text. */
  public AttributedArticle attribute(SegmentedArticle article, List<Quotation> quotations) {
    return attribute(article, quotations, (place, form, candidates) -> {});
  }

  /**
   * The same, and tells for whom each pronoun and description might have stood.
   *
   * @param weighed hears of them
   */
  public AttributedArticle attribute(
      SegmentedArticle article, List<Quotation> quotations, Antecedents.Listener weighed) {
    return new Walk(article, quotations, weighed).run();
  }

  /** One walk through one article. */
  private final class Walk {
    private final SegmentedArticle article;
    private final List<Quotation> quotations;
    private final Map<Integer, List<NameMention>> names = new HashMap<>();
    private final Map<Integer, List<Nominal>> described = new HashMap<>();
    private final Cast cast;
    private final SpeakerDoubt doubts;
    private final Nominals nominals;
    private final PartyFinder parties;
    private final PartisanSources partisans;
    private final Focus focus = new Focus();
    private final Subjects subjects = new Subjects(focus);
    private final Bodies bodies;
    private final Writings writings = new Writings();
    private final Conversation conversation = new Conversation();
    private final BodySources bodySources = new BodySources(writings, new Strangers());
    private final Spokespeople spokespeople;
    private final SourceResolver sources;
    private final TurnLabels labels;
    private final LeadIns leadIns;
    private final CarriedSources carried;
    private final List<PersonMention> mentions = new ArrayList<>();

    Walk(SegmentedArticle article, List<Quotation> quotations, Antecedents.Listener weighed) {
      this.article = article;
      this.quotations = quotations;
      LocalDate date = article.article().date();
      names.putAll(
          ArticleNames.find(registry, tagger, article, LabelPlaces.places(article, quotations)));
      FeedNames feed = FeedNames.of(article.article());
      names.replaceAll((_, found) -> feed.agreed(found));
      List<NameMention> all = new ArrayList<>();
      for (Paragraph paragraph : article.paragraphs()) {
        described.put(paragraph.ordinal(), Nominals.find(paragraph));
        all.addAll(names.getOrDefault(paragraph.ordinal(), List.of()));
      }
      PersonIndex index = people();
      ArticleCountries countries = ArticleCountries.of(article);
      Acronyms acronyms = Acronyms.of(article.paragraphs());
      bodies = new Bodies(acronyms);
      PartyResolver resolver =
          new PartyResolver(
              registry, index, date, countries, acronyms, NewsAgencies.in(article.paragraphs()));
      Identifier identifier = new Identifier(registry, index, date, countries, resolver);
      cast = Cast.of(registry, date, identifier, all, sourceNames(), smallWords(), feed);
      for (Paragraph paragraph : article.paragraphs()) {
        if (TitleCase.is(paragraph)) {
          names.merge(paragraph.ordinal(), cast.known(paragraph), Walk::merged);
        }
      }
      parties = new PartyFinder(registry, date, resolver);
      doubts = new SpeakerDoubt(article, names, cast, registry, countries.home());
      partisans = new PartisanSources(parties);
      nominals =
          new Nominals(
              registry, date, cast, new OfficeHolders(index, date, countries), acronyms, parties);
      spokespeople = new Spokespeople(cast, bodySources);
      all.stream()
          .filter(name -> name.kind() == Kind.ORGANISATION && name.words().size() > 1)
          .filter(name -> cast.at(name).isEmpty())
          .forEach(name -> bodies.called(name.name()));
      Scene scene =
          new Scene(
              article,
              names,
              cast,
              nominals,
              focus,
              bodies,
              bodySources,
              conversation,
              new Antecedents(
                  article,
                  new Candidates(cast, focus, conversation, nominals),
                  model.ranker(),
                  weighed));
      sources = new SourceResolver(scene);
      leadIns = new LeadIns(article, scene);
      carried = new CarriedSources(article, scene, leadIns);
      labels = new TurnLabels(article, names, cast, nominals);
    }

    /** Names in labels, and those of people known from elsewhere that overlap none of them. */
    private static List<NameMention> merged(List<NameMention> labels, List<NameMention> known) {
      List<NameMention> merged = new ArrayList<>(labels);
      for (NameMention name : known) {
        if (NameMention.touching(labels, name.first(), name.end()).isEmpty()) {
          merged.add(name);
        }
      }
      merged.sort(Comparator.comparingInt(NameMention::first));
      return merged;
    }

    private Set<Position> sourceNames() {
      Set<Position> positions = new HashSet<>();
      for (Quotation quotation : quotations) {
        Excerpt source = quotation.source();
        if (source != null) {
          Paragraph paragraph = article.paragraph(source.paragraph());
          List<NameMention> all = names.getOrDefault(source.paragraph(), List.of());
          int first = paragraph.tokenAt(source.span().start());
          int end = paragraph.tokenAt(source.span().end());
          for (NameMention name : NameMention.touching(all, first, end)) {
            boolean modifies =
                name.end() < end && isSmallNoun(paragraph.tokens().get(name.end()).text());
            if (!name.possessive() && !modifies) {
              positions.add(name.position());
            }
          }
        }
      }
      return positions;
    }

    /** A word in small letters that goes on after a name: Clinton "aides", Sharp "differences". */
    private static boolean isSmallNoun(String word) {
      return Character.isLowerCase(word.codePointAt(0))
          && !word.equals("who")
          && !Lexicon.isPreposition(word);
    }

    private Set<String> smallWords() {
      Set<String> words = new HashSet<>();
      for (Paragraph paragraph : article.paragraphs()) {
        for (Token token : paragraph.tokens()) {
          if (Character.isLowerCase(token.text().codePointAt(0))) {
            words.add(token.text());
          }
        }
      }
      return words;
    }

    AttributedArticle run() {
      List<AttributedQuotation> attributed = new ArrayList<>();
      int next = 0;
      for (Paragraph paragraph : article.paragraphs()) {
        List<Quotation> here = new ArrayList<>();
        while (next < quotations.size()
            && quotations.get(next).paragraph() == paragraph.ordinal()) {
          here.add(quotations.get(next++));
        }
        addSubjects(paragraph, here);
        attributed.addAll(attribute(here));
      }
      return new AttributedArticle(article, attributed, mentions, partyMentions());
    }

    private List<AttributedQuotation> attribute(List<Quotation> here) {
      Map<Quotation, AttributedQuotation> done = new HashMap<>();
      List<Quotation> bySource = new ArrayList<>(here);
      bySource.sort(Comparator.comparingInt(Walk::sourcePlace));
      for (Quotation quotation : bySource) {
        done.put(quotation, attribute(quotation));
      }
      return here.stream().map(q -> Objects.requireNonNull(done.get(q))).toList();
    }

    private static int sourcePlace(Quotation quotation) {
      Excerpt source = quotation.source();
      return source != null && source.paragraph() == quotation.paragraph()
          ? source.span().start()
          : -1;
    }

    private AttributedQuotation attribute(Quotation found) {
      Quotation quotation = carried.checked(leadIns.complete(found));
      Excerpt words = quotation.source();
      if (words == null) {
        return new AttributedQuotation(
            quotation, new Attribution.Unattributed("no source found"), PartyDecision.UNKNOWN);
      }
      Optional<Source> label = quotation.isTurn() ? labels.resolve(words) : Optional.empty();
      Source source = label.orElseGet(() -> sources.resolve(words, quotation));
      note(words, source);
      List<AttributedQuotation.Speaker> others =
          source.others().stream()
              .map(other -> new AttributedQuotation.Speaker(other.attribution(), party(other)))
              .toList();
      Attribution attribution = source.attribution();
      double sure =
          attribution instanceof Attribution.Unattributed
              ? 0
              : model.confidence().of(quotation, attribution, attribution.confidence());
      SpeakerDoubt.Found doubt = doubts.of(quotation, words, source.member(), sure);
      PartyDecision party = doubt.hidesParty() ? PartyDecision.DOUBTED : party(words, source);
      return new AttributedQuotation(
          quotation, attribution, party, others, speaksFor(source), doubt.confidence());
    }

    /** Remembers who speaks, for what refers to it later. */
    private void note(Excerpt words, Source source) {
      Paragraph paragraph = article.paragraph(words.paragraph());
      int first = paragraph.tokenAt(words.span().start());
      Position at = new Position(words.paragraph(), first);
      conversation.add(at, source);
      if (source.who() != null) {
        focus.add(at, source.who());
      }
      if (source.body() != null) {
        bodies.speak(at, source.body());
      }
      if (source.attribution().isNamed()) {
        WritingNouns.near(paragraph, first)
            .forEach(
                (token, noun) ->
                    writings.add(new Position(paragraph.ordinal(), token), noun, source));
      }
    }

    private PartyDecision party(Source source) {
      if (source.attribution().rule().equals(ShortNames.PART_OF_SEVERAL)) {
        return PartyDecision.UNKNOWN;
      }
      if (source.member() != null) {
        return parties.of(source.member());
      }
      return source.body() == null ? PartyDecision.UNKNOWN : parties.itself(source.body().name());
    }

    /** The party of who says it; of somebody without a name the one that the words tell. */
    private PartyDecision party(Excerpt words, Source source) {
      if (!(source.attribution() instanceof Attribution.ToUnnamed)) {
        return party(source);
      }
      Represented by = speaksFor(source);
      if (by != null && by.party() != null) {
        return new PartyDecision(by.party(), null, PartisanSources.RULE);
      }
      Paragraph paragraph = article.paragraph(words.paragraph());
      return partisans
          .of(
              paragraph,
              paragraph.tokenAt(words.span().start()),
              paragraph.tokenAt(words.span().end()),
              names.getOrDefault(words.paragraph(), List.of()))
          .map(party -> new PartyDecision(party, null, PartisanSources.RULE))
          .orElse(PartyDecision.UNKNOWN);
    }

    private @Nullable Represented speaksFor(Source source) {
      Represented by =
          source.member() == null ? source.speaksFor() : spokespeople.of(source.member());
      return by == null
          ? null
          : new Represented(by.name(), by.id(), parties.alone(by.name()).orElse(null));
    }

    /**
     * Notes who is named or described in a paragraph, and which of them is a sentence's subject.
     */
    private void addSubjects(Paragraph paragraph, List<Quotation> here) {
      List<Named> found = new ArrayList<>();
      for (NameMention name : names.getOrDefault(paragraph.ordinal(), List.of())) {
        cast.at(name)
            .ifPresent(
                who -> found.add(new Named(name.first(), name.end(), who, name.possessive())));
      }
      for (Nominal nominal : described.getOrDefault(paragraph.ordinal(), List.of())) {
        Position place = new Position(paragraph.ordinal(), nominal.first());
        nominals
            .resolve(nominal.description(), place)
            .ifPresent(who -> found.add(new Named(nominal.first(), nominal.end(), who, false)));
      }
      found.sort(Comparator.comparingInt(Named::first));
      for (Named named : found) {
        CastMember member = named.who().member();
        if (!member.hasWholeName()) {
          continue;
        }
        mentions.add(
            new PersonMention(
                paragraph.ordinal(),
                paragraph.span(named.first(), named.end()),
                member.displayName(),
                member.id()));
      }
      if (!Asides.isAside(paragraph)) {
        subjects.add(paragraph, found, here);
      }
      List<NameMention> named = names.getOrDefault(paragraph.ordinal(), List.of());
      BodyPhrases phrases = new BodyPhrases(paragraph, named, cast, bodies);
      BodySubjects.add(paragraph, named, phrases, here);
      spokespeople.read(paragraph, named, phrases);
    }

    private List<PartyMention> partyMentions() {
      Set<PartyMention> found = new LinkedHashSet<>();
      names.forEach(
          (paragraph, list) ->
              list.forEach(
                  name -> {
                    named(name).ifPresent(p -> found.add(new PartyMention(paragraph, p)));
                  }));
      return List.copyOf(found);
    }

    private Optional<PartyRef> named(NameMention name) {
      String text = name.kind() == Kind.ORGANISATION ? name.name() : null;
      @Nullable PartyEvidence evidence = name.party();
      if (text == null && evidence != null) {
        text = evidence.name();
      }
      return text == null ? Optional.empty() : parties.alone(text);
    }
  }
}
