package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.Await;

/** What several ask for at once. */
@Timeout(60)
class SharedReadingTest {
  private final SharedReading<Integer> reading = new SharedReading<>();
  private final AtomicInteger readings = new AtomicInteger();
  private final CountDownLatch goesOn = new CountDownLatch(1);

  private int read() throws IOException {
    int number = readings.incrementAndGet();
    try {
      goesOn.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (number == 2) {
      throw new FileNotFoundException("the second fails");
    }
    return number;
  }

  @Test
  void whoAsksWhileItIsReadWaitsForTheNextReadingWithTheOthers() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> reading.of(this::read));
      Await.until(() -> readings.get() == 1, "nothing is read");
      List<Future<Integer>> others = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        others.add(threads.submit(() -> reading.of(this::read)));
      }
      Await.until(() -> reading.waiting() == 20, "not all wait");
      goesOn.countDown();
      assertEquals(1, first.get());
      for (Future<Integer> other : others) {
        ExecutionException told = assertThrows(ExecutionException.class, other::get);
        assertInstanceOf(FileNotFoundException.class, told.getCause(), "to all who waited");
      }
    }
    assertEquals(3, reading.of(this::read), "and nobody else");
  }
}
