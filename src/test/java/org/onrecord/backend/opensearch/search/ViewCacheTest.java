package org.onrecord.backend.opensearch.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ViewCacheTest {
  private final AtomicLong nanos = new AtomicLong();
  private final ViewCache cache = new ViewCache(nanos::get);

  private static IndexView view(int epoch) {
    return new IndexView(
        (_, _, _) -> {
          throw new IOException("nothing is asked");
        },
        "archive-1",
        Map.of("term", Map.of("from", epoch)));
  }

  private List<String> similar(int epoch, String read) throws IOException {
    return cache.of(view(epoch)).similar("harbor", () -> List.of(read));
  }

  @Test
  void isKeptAsLongAsNothingIsCommitted() throws IOException {
    assertEquals(List.of("harbour"), similar(1, "harbour"));
    assertEquals(List.of("harbour"), similar(1, "other"));
    assertEquals(List.of("harbours"), similar(2, "harbours"));
  }

  @Test
  void keepsTheViewsThatWereAskedLast() throws IOException {
    similar(1, "harbour");
    for (int epoch = 2; epoch < 9; epoch++) {
      similar(epoch, "harbours");
    }
    assertEquals(List.of("harbour"), similar(1, "other"));
    similar(9, "harbours");
    assertEquals(List.of("again"), similar(2, "again"));
    assertEquals(List.of("harbour"), similar(1, "other"));
  }

  @Test
  void howFrequentWordsAreIsReadAnewWhileAViewIsYoung() {
    TermCounts.Known first = cache.counted(view(1));
    nanos.addAndGet(Duration.ofSeconds(119).toNanos());
    assertNotSame(first, cache.counted(view(1)));
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertSame(cache.counted(view(1)), cache.counted(view(1)));
    assertNotSame(cache.counted(view(1)), cache.counted(view(2)));
  }
}
