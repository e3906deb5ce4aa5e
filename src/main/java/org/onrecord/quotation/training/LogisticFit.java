package org.onrecord.quotation.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Multinomial logistic regression over the answers to each question with an L2 penalty, fitted to
 * all examples at once by L-BFGS (Nocedal, 1980), which finds the one best fit, whatever the order.
 * Deterministic.
 */
final class LogisticFit {
  private static final int ITERATIONS = 120;
  private static final int MEMORY = 7;
  private static final double ENOUGH = 1e-6;
  private static final double SUFFICIENT = 1e-4;
  private static final int HALVINGS = 20;

  /** The features of each answer, and which of them is right. */
  private record Example(int[][] answers, int right) {}

  /** A step that was made: what moved, by how much the slope changed, and 1 / their product. */
  private record Step(double[] moved, double[] change, double scale) {}

  private final List<Example> examples = new ArrayList<>();
  private final double penalty;

  /**
   * A fit.
   *
   * @param penalty of half a weight's squared distance from where it starts, against an example's
   *     log-likelihood
   */
  LogisticFit(double penalty) {
    this.penalty = penalty;
  }

  /** One question: the numbers of each answer's features, and the number of the right one. */
  void add(int[][] answers, int right) {
    examples.add(new Example(answers, right));
  }

  /** The weights that fit best; the penalty is on their distance from {@code start}. */
  double[] fit(double[] start) {
    double[] at = start.clone();
    double[] slope = new double[at.length];
    double loss = loss(at, start, slope);
    Deque<Step> steps = new ArrayDeque<>();
    for (int i = 0; i < ITERATIONS; i++) {
      double[] way = direction(slope, steps);
      double descent = dot(way, slope);
      double rate = steps.isEmpty() ? 1 / Math.sqrt(Math.max(1, dot(slope, slope))) : 1;
      double[] next = at;
      double[] nextSlope = new double[at.length];
      double nextLoss = Double.POSITIVE_INFINITY;
      for (int h = 0; h < HALVINGS && nextLoss > loss + SUFFICIENT * rate * descent; h++) {
        rate = h == 0 ? rate : rate / 2;
        next = moved(at, way, rate);
        nextLoss = loss(next, start, nextSlope);
      }
      if (nextLoss >= loss) {
        break;
      }
      remember(steps, minus(next, at), minus(nextSlope, slope));
      boolean enough = loss - nextLoss < ENOUGH * loss;
      at = next;
      slope = nextSlope;
      loss = nextLoss;
      if (enough) {
        break;
      }
    }
    return at;
  }

  private static void remember(Deque<Step> steps, double[] moved, double[] change) {
    double product = dot(moved, change);
    if (product > 0) {
      steps.addLast(new Step(moved, change, 1 / product));
      if (steps.size() > MEMORY) {
        steps.removeFirst();
      }
    }
  }

  /** Where to go: the two loops of L-BFGS. */
  private static double[] direction(double[] slope, Deque<Step> steps) {
    double[] way = new double[slope.length];
    for (int k = 0; k < way.length; k++) {
      way[k] = -slope[k];
    }
    double[] shares = new double[steps.size()];
    int s = steps.size();
    for (Iterator<Step> latest = steps.descendingIterator(); latest.hasNext(); ) {
      Step step = latest.next();
      shares[--s] = step.scale() * dot(step.moved(), way);
      add(way, step.change(), -shares[s]);
    }
    if (!steps.isEmpty()) {
      Step last = steps.getLast();
      double size = 1 / (last.scale() * dot(last.change(), last.change()));
      for (int k = 0; k < way.length; k++) {
        way[k] *= size;
      }
    }
    for (Step step : steps) {
      add(way, step.moved(), shares[s++] - step.scale() * dot(step.change(), way));
    }
    return way;
  }

  /** The penalised loss at some weights; its slope goes into {@code slope}. */
  private double loss(double[] weights, double[] start, double[] slope) {
    double loss = 0;
    for (int k = 0; k < weights.length; k++) {
      double from = weights[k] - start[k];
      loss += penalty / 2 * from * from;
      slope[k] = penalty * from;
    }
    for (Example example : examples) {
      loss += loss(example, weights, slope);
    }
    return loss;
  }

  private static double loss(Example example, double[] weights, double[] slope) {
    int[][] answers = example.answers();
    double[] likelihood = new double[answers.length];
    double top = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < likelihood.length; p++) {
      for (int feature : answers[p]) {
        likelihood[p] += weights[feature];
      }
      top = Math.max(top, likelihood[p]);
    }
    double right = likelihood[example.right()];
    double sum = 0;
    for (int p = 0; p < likelihood.length; p++) {
      likelihood[p] = Math.exp(likelihood[p] - top);
      sum += likelihood[p];
    }
    for (int p = 0; p < likelihood.length; p++) {
      double error = likelihood[p] / sum - (p == example.right() ? 1 : 0);
      for (int feature : answers[p]) {
        slope[feature] += error;
      }
    }
    return top + Math.log(sum) - right;
  }

  private static double[] moved(double[] from, double[] way, double rate) {
    double[] to = from.clone();
    add(to, way, rate);
    return to;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    add(difference, b, -1);
    return difference;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int k = 0; k < to.length; k++) {
      to[k] += times * what[k];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
