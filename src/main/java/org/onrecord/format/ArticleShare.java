package org.onrecord.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Sha256;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Warned;

/**
 * The share of all articles that one of several machines takes in, typed as {@code 2/5}. An article
 * is in that whose number is the first 64 bits of the SHA-256 of its id (UTF-8), unsigned, modulo
 * {@code of}, plus 1: in one share, with all its versions, whatever machine asks.
 *
 * @param number which one, from 1
 * @param of how many there are, 1 to {@value #MOST}
 */
public record ArticleShare(int number, int of) {
  /** That of one machine alone. */
  public static final ArticleShare WHOLE = new ArticleShare(1, 1);

  private static final int MOST = 1_000;
  private static final Pattern TYPED = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

  public ArticleShare {
    if (of < 1 || of > MOST || number < 1 || number > of) {
      throw new IllegalArgumentException(
          "a share is which of how many, from 1/1 to %1$d/%1$d, such as 2/5".formatted(MOST));
    }
  }

  /**
   * What is typed.
   *
   * @throws IllegalArgumentException if it is no share; the message says what is
   */
  public static ArticleShare of(String typed) {
    Matcher share = TYPED.matcher(typed);
    return share.matches()
        ? new ArticleShare(Integer.parseInt(share.group(1)), Integer.parseInt(share.group(2)))
        : new ArticleShare(0, 0);
  }

  /** Whether an article is in it. */
  public boolean has(ArticleId id) {
    byte[] digest = Sha256.of(id.value().getBytes(StandardCharsets.UTF_8));
    return Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), of) == number - 1;
  }

  /**
   * What a feed gives of it. What is no article, or cannot be read, is told in every share: nobody
   * knows whose it is.
   */
  public ArticleFeed in(ArticleFeed feed) {
    return of == 1 ? feed : results -> feed.read(new Sharing(results));
  }

  /** Passes on what is in it, with the warnings before. */
  private final class Sharing implements Consumer<ReadResult> {
    private final Consumer<? super ReadResult> results;
    private final List<Warned> warned = new ArrayList<>();

    Sharing(Consumer<? super ReadResult> results) {
      this.results = results;
    }

    @Override
    public void accept(ReadResult result) {
      switch (result) {
        case Warned warning -> warned.add(warning);
        case Accepted accepted -> {
          if (has(accepted.article().id())) {
            warned.forEach(results);
            results.accept(accepted);
          }
          warned.clear();
        }
        case ReadResult.Rejected _, ReadResult.Skipped _ -> {
          warned.forEach(results);
          warned.clear();
          results.accept(result);
        }
      }
    }
  }
}
