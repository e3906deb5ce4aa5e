package org.onrecord.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.access.AddressRange;
import org.onrecord.access.Role;
import org.onrecord.format.HtmlMode;
import org.onrecord.ingest.WriteLimits;
import org.onrecord.query.QueryLimits;

/**
 * Every setting of the service and of the other commands, in the order in which they are
 * documented. A new one is one constant here, and where its value is used.
 */
public final class Settings {
  private static final List<Setting<?>> DECLARED = new ArrayList<>();
  private static final String HEADER = "[A-Za-z0-9][A-Za-z0-9-]{0,98}";
  private static final String DOMAIN = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";
  private static final String MAILBOX = "[A-Za-z0-9._+-]{1,64}@" + DOMAIN;
  private static final String ORIGIN = "\\*|https?://[^/\\s]+";

  /** The folder of the index. */
  public static final Setting<Path> INDEX =
      declare(
          Setting.path(
              "index",
              "DIR",
              "`index` in OnRecord's folder",
              "the folder of the index, with its keys, corrections and log of writes"));

  /** Whether an index that is missing is made. */
  public static final Setting<Boolean> CREATE =
      declare(
          Setting.flag(
              "create",
              "whether a folder that is named as `index` and holds none gets an empty one; for the"
                  + " first start alone, since a disk that is not mounted looks the same. Without"
                  + " it, that is an error; `onrecord index` makes one, too"));

  public static final Setting<Path> SEEDS =
      declare(
          Setting.path(
              "seeds",
              "DIR",
              "`seeds` in OnRecord's folder",
              "the articles with which an empty index begins: by default only the one in OnRecord's"
                  + " folder, not one that is named"));

  /** The model that finds quotations. */
  public static final Setting<Path> MODEL =
      declare(
          Setting.path(
              "model",
              "FILE",
              "the one that is shipped",
              "the model that finds quotations, as `onrecord train` writes it"));

  static final Setting<RegistryChoice> REGISTRY =
      declare(
          Setting.list(
              "registry",
              "FILE|countries=XX,YY",
              ";",
              "a file of people and parties to know beside those that OnRecord knows, Popolo"
                  + " (`.json`) or `.csv`, or `countries=PK,IN`: where several people or parties"
                  + " have one name, those of these countries are meant; several parted by"
                  + " semicolons: `people.csv;countries=PK,IN`",
              "files, or countries= with codes",
              values -> Optional.of(RegistryChoice.of(values))));

  static final Setting<Knowledge.Variants> VARIANTS =
      declare(
          Setting.choice(
              "variants",
              Knowledge.Variants.ON,
              "whether other transliterations of a name are the same name, as Chaudhary and"
                  + " Chaudhry are"));

  /** The address to listen on. */
  public static final Setting<String> HOST =
      declare(
          Setting.text(
              "host",
              "HOST",
              "127.0.0.1",
              "the address to listen on, one of this machine's own; another than its inner one"
                  + " needs keys or `--allow-anonymous-read`"));

  public static final Setting<Integer> PORT =
      declare(Setting.number("port", "PORT", 8080, 0, 65_535, "the port; 0 picks a free one"));

  public static final Setting<Boolean> ALLOW_ANONYMOUS_READ =
      declare(
          Setting.flag(
              "allow-anonymous-read", "whether everybody may search and read without a key"));

  /** A client on this machine that needs no key is not counted. */
  public static final Setting<Integer> RATE_LIMIT =
      declare(
          Setting.number(
              "rate-limit",
              "N",
              600,
              0,
              1_000_000,
              "requests a minute by one key, or by one address without; 0 for any number"));

  public static final Setting<Integer> MAX_BODY =
      declare(
          Setting.number(
              "max-body", "MIB", 16, 1, 1_024, "the longest body that is taken, in MiB, %s"));

  public static final Setting<Integer> MAX_ARTICLES =
      declare(
          Setting.number(
              "max-articles",
              "N",
              WriteLimits.DEFAULT.articles(),
              1,
              100_000,
              "the most articles in one request, %s"));

  public static final Setting<Integer> WRITE_QUEUE =
      declare(
          Setting.number(
              "write-queue",
              "N",
              WriteLimits.DEFAULT.writes(),
              1,
              10_000,
              "how many requests to write are under way at a time, %s; past it the answer is 503"
                  + " with `Retry-After`"));

  public static final Setting<Integer> MAX_SEARCHES =
      declare(
          Setting.number(
              "max-searches",
              "N",
              32,
              1,
              10_000,
              "how many requests to search or read are answered at a time, %s; the others wait a"
                  + " second at the most, then the answer is 503 with `Retry-After`"));

  public static final Setting<Integer> MAX_SEARCHES_BY_ADDRESS =
      declare(
          Setting.number(
              "max-searches-by-address",
              "N",
              2,
              1,
              10_000,
              "how many of them are answered at a time for one address that reads without a key,"
                  + " %s; its others wait a second at the most, then the answer is 429 with"
                  + " `Retry-After`. A proxy's address is one: behind a proxy, give clients keys,"
                  + " or raise it"));

  public static final Setting<Integer> SEARCH_TIMEOUT =
      declare(
          Setting.number(
              "search-timeout",
              "SECONDS",
              10,
              1,
              3_600,
              "how many seconds a search may take, %s; then it is stopped, and the answer is"
                  + " 503"));

  public static final Setting<Integer> ANONYMOUS_SEARCH_TIMEOUT =
      declare(
          Setting.number(
              "anonymous-search-timeout",
              "SECONDS",
              4,
              1,
              3_600,
              "the same for who reads without a key, %s, if it is less"));

  static final Setting<Integer> MAX_QUERY_LENGTH =
      declare(
          Setting.number(
              "max-query-length",
              "N",
              QueryLimits.DEFAULT.characters(),
              10,
              10_000,
              "how many UTF-16 characters a query has at the most, %s; a longer one is refused with"
                  + " 400"));

  static final Setting<Integer> MAX_QUERY_WORDS =
      declare(
          Setting.number(
              "max-query-words",
              "N",
              QueryLimits.DEFAULT.words(),
              1,
              256,
              "how many words a query has at the most, those in phrases counted, %s"));

  static final Setting<Integer> MAX_EXPANSION =
      declare(
          Setting.number(
              "max-expansion",
              "N",
              QueryLimits.DEFAULT.expansion(),
              1,
              10_000,
              "how many words of the archive one with `*` or `~` stands for in a field at the most,"
                  + " %s; one that stands for more is refused with what to write instead"));

  public static final Setting<Integer> MIN_FREE_DISK =
      declare(
          Setting.number(
              "min-free-disk",
              "MIB",
              200,
              0,
              1_000_000,
              "how many MiB of the index's disk are kept free, %s; with less no article is taken,"
                  + " and the answer is 507, while searches, deletions and withholding go on; it"
                  + " ends by itself"));

  public static final Setting<Integer> MAX_ARTICLE =
      declare(
          Setting.number(
              "max-article",
              "N",
              2_000,
              1,
              30_000,
              "how many thousand characters an article has at the most, %s; a longer one is"
                  + " refused"));

  public static final Setting<Integer> MAX_PARAGRAPHS =
      declare(
          Setting.number(
              "max-paragraphs",
              "N",
              20_000,
              1,
              1_000_000,
              "how many paragraphs an article has at the most, %s"));

  /** What becomes of mark-up in a body that is to be plain text. */
  public static final Setting<HtmlMode> HTML =
      declare(
          Setting.choice(
              "html",
              HtmlMode.AUTO,
              "what becomes of an article whose plain `body` is HTML: it is converted to text, and"
                  + " that is said (`auto`), taken as it is (`keep`), or refused (`refuse`)"));

  /** The addresses of feeds that are read as long as the service runs. */
  public static final Setting<List<URI>> FEED =
      declare(
          Setting.list(
              "feed",
              "URL",
              " ",
              "feeds of which the service takes in what is new as long as it runs, as `onrecord"
                  + " feed` does, parted by blanks; what was read is remembered in `feeds.json` in"
                  + " the index's folder. A feed that fails is told in the log, `/health/ready` and"
                  + " the metrics, and asked again later",
              "an address such as https://post.example/rss",
              Settings::addresses));

  /** In minutes. */
  public static final Setting<Integer> FEED_EVERY =
      declare(
          Setting.number(
              "feed-every",
              "MINUTES",
              15,
              5,
              1_440,
              "how many minutes it waits at the least before it asks a feed again, %s; longer where"
                  + " the feed or its server says so"));

  /** The folder into which others drop files as long as the service runs. */
  public static final Setting<Path> WATCH =
      declare(
          Setting.path(
              "watch",
              "DIR",
              "none",
              "a folder of which the service takes in what others drop into it as long as it runs,"
                  + " each file once and when it is whole, as `onrecord watch` does; remembered in"
                  + " `watched.tsv` in the index's folder"));

  /** How many searches may be saved with one key. */
  public static final Setting<Integer> MAX_SAVED =
      declare(
          Setting.number(
              "max-saved",
              "N",
              1_000,
              0,
              100_000,
              "how many searches may be saved with one key, %s"));

  /** Whether webhooks may be posted to addresses that are not of the public internet. */
  public static final Setting<Boolean> ALERT_PRIVATE_TARGETS =
      declare(
          Setting.flag(
              "alert-private-targets",
              "whether what saved searches find may be posted to addresses of this machine and of"
                  + " private networks, too: whoever may save a search could then reach what"
                  + " listens there"));

  /** The server by which mail is sent. */
  public static final Setting<String> SMTP =
      declare(
          Setting.optionalText(
              "smtp",
              "URL",
              "none: nothing is mailed",
              "smtps?://([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?",
              "a server such as smtp://mail.example:587 or smtps://mail.example",
              "the mail server by which what saved searches find is mailed: `smtps:` speaks TLS"
                  + " from the beginning (port 465), `smtp:` changes to it where that is offered"
                  + " (port 587)"));

  /** As whom one signs in there. */
  public static final Setting<String> SMTP_USER =
      declare(
          Setting.optionalText(
              "smtp-user",
              "USER",
              "none",
              "\\P{Cntrl}{1,200}",
              "a user's name",
              "the user that the mail server knows the service by; then TLS is a must"));

  public static final Setting<Path> SMTP_PASSWORD_FILE =
      declare(
          Setting.path(
              "smtp-password-file",
              "FILE",
              "none",
              "a file with the user's password and nothing else, which the service's user alone"
                  + " should be able to read"));

  /** From whom mail comes. */
  public static final Setting<String> MAIL_FROM =
      declare(
          Setting.optionalText(
              "mail-from",
              "ADDRESS",
              "none",
              MAILBOX,
              "an address such as archive@paper.example",
              "the address from which is mailed"));

  /** To whose addresses may be mailed. */
  public static final Setting<List<String>> MAIL_DOMAINS =
      declare(
          Setting.list(
              "mail-domains",
              "DOMAIN",
              ",",
              "domains to whose addresses may be mailed beside that of `mail-from`, parted by"
                  + " commas, such as `paper.example`",
              "a domain such as paper.example",
              domains ->
                  Optional.of(domains)
                      .filter(all -> all.stream().allMatch(one -> one.matches(DOMAIN)))));

  /** The origins whose pages may use the API; {@code *} for every one. */
  public static final Setting<List<String>> CORS_ORIGIN =
      declare(
          Setting.list(
              "cors-origin",
              "ORIGIN",
              ",",
              "origins whose pages may use the API, such as `https://desk.example`, parted by"
                  + " commas; `*` for every one",
              "* or an origin such as https://desk.example",
              origins ->
                  Optional.of(origins)
                      .filter(all -> all.stream().allMatch(o -> o.matches(ORIGIN)))));

  /** The addresses of proxies whose word of who sent a request is taken, as ranges. */
  public static final Setting<List<String>> TRUSTED_PROXIES =
      declare(
          Setting.list(
              "trusted-proxies",
              "RANGE",
              ",",
              "addresses of the proxies before the service, such as `10.0.0.0/8` or `::1`, parted"
                  + " by commas. What they say in `X-Forwarded-For`, `-Proto`, `-Host` or"
                  + " `Forwarded` (RFC 7239) is believed: the client's address then counts for"
                  + " limits, the audit log and the log. Nobody else is believed",
              "a range of addresses such as 10.0.0.0/8 or fd00::/8",
              ranges ->
                  Optional.of(ranges)
                      .filter(all -> all.stream().allMatch(r -> AddressRange.of(r).isPresent()))));

  /** The header in which a proxy names who signed in there. */
  public static final Setting<String> AUTH_HEADER =
      declare(
          Setting.optionalText(
              "auth-header",
              "HEADER",
              "none",
              HEADER,
              "a header such as X-Forwarded-User",
              "the header in which a proxy that signs people in names them, such as"
                  + " `X-Forwarded-User`: whoever it names needs no key. Believed of the"
                  + " `trusted-proxies` alone, which must not let it through from outside"));

  public static final Setting<String> AUTH_GROUPS_HEADER =
      declare(
          Setting.optionalText(
              "auth-groups-header",
              "HEADER",
              "none",
              HEADER,
              "a header such as X-Forwarded-Groups",
              "the header in which it names their groups, parted by commas, such as"
                  + " `X-Forwarded-Groups`"));

  /** What members of groups may do, each as {@code GROUP=ROLE}. */
  public static final Setting<List<String>> AUTH_ROLES =
      declare(
          Setting.list(
              "auth-roles",
              "GROUP=ROLE",
              ",",
              "what the members of a group may do, such as `newsroom=reader,desk=editor`; `*` is"
                  + " everybody who signed in. The most that any group may do counts, and who is"
                  + " in none of them may nothing. Without it everybody who signed in is a reader",
              "a group and a role such as desk=editor",
              roles ->
                  Optional.of(roles).filter(all -> all.stream().allMatch(Settings::isGroupRole))));

  /** Without a slash at its end. */
  public static final Setting<String> PUBLIC_URL =
      declare(
          Setting.optionalText(
              "public-url",
              "URL",
              "what a request asks for",
              "https?://([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*",
              "an address such as https://archive.example or https://news.example/archive",
              "the address that others know the service by, as feeds, oEmbed, `/opensearch.xml`"
                  + " and pages of quotations give it: to be set behind a proxy. With a path, as"
                  + " `https://news.example/archive/`, all links, forms, cookies and redirects"
                  + " stand under it"));

  static final Setting<Path> TLS_CERTIFICATE =
      declare(
          Setting.path(
              "tls-certificate",
              "FILE",
              "none",
              "the file of a certificate in PEM, the service's own first, then those that signed"
                  + " it; with it the service speaks HTTPS and nothing else, HTTP/2 included. Read"
                  + " anew when it changes"));

  static final Setting<Path> TLS_KEY =
      declare(
          Setting.path(
              "tls-key",
              "FILE",
              "none",
              "the file of its private key in PEM (PKCS#8, not encrypted), which the service's user"
                  + " alone should be able to read"));

  public static final Setting<Integer> REQUEST_TIMEOUT =
      declare(
          Setting.number(
              "request-timeout",
              "SECONDS",
              60,
              1,
              3_600,
              "how many seconds a request may take to arrive, or a connection lie idle, %s; then it"
                  + " is closed, and by HTTP/2 a slow request reset"));

  public static final Setting<Integer> MAX_CONNECTIONS =
      declare(
          Setting.number(
              "max-connections",
              "N",
              1_000,
              1,
              100_000,
              "the most connections at a time, and the most requests by HTTP/2 on all of them, %s;"
                  + " further connections are answered 503 (by HTTPS: nothing) and closed, further"
                  + " requests refused to be sent again"));

  public static final Setting<ServiceSettings.LogFormat> LOG_FORMAT =
      declare(
          Setting.choice(
              "log-format",
              ServiceSettings.LogFormat.TEXT,
              "how the log is written: `text`, a line for a person, or `json`, an object a line"));

  public static final Setting<ServiceSettings.AccessLog> ACCESS_LOG =
      declare(
          Setting.choice(
              "access-log",
              ServiceSettings.AccessLog.OFF,
              "whether each request is a line of the log: id, name of the key, address, method,"
                  + " path, status, milliseconds; never a key, never what was searched for"));

  /** All of them. */
  public static final List<Setting<?>> ALL = List.copyOf(DECLARED);

  private Settings() {}

  private static Optional<List<URI>> addresses(List<String> typed) {
    List<URI> addresses = new ArrayList<>();
    for (String each : typed) {
      try {
        URI address = new URI(each);
        if (!String.valueOf(address.getScheme()).matches("(?i)https?")
            || address.getHost() == null) {
          return Optional.empty();
        }
        addresses.add(address);
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(addresses));
  }

  private static boolean isGroupRole(String typed) {
    int equals = typed.lastIndexOf('=');
    return equals > 0 && Role.of(typed.substring(equals + 1)).isPresent();
  }

  private static <T> Setting<T> declare(Setting<T> setting) {
    DECLARED.add(setting);
    return setting;
  }
}
