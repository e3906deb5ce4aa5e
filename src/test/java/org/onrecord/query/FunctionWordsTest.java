package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FunctionWordsTest {
  @Test
  void capitalsAreNames() {
    assertTrue(FunctionWords.isOne("The"));
    assertTrue(FunctionWords.isOne("don’t"));
    assertTrue(FunctionWords.isOne("us"));
    assertFalse(FunctionWords.isOne("US"));
    assertFalse(FunctionWords.isOne("WHO"));
    assertFalse(FunctionWords.isOne("bridge"));
  }

  @Test
  void anyOfTheWordsLeavesFunctionWordsOut() throws QuerySyntaxException {
    assertEquals(
        "bridge OR harbour", QueryParser.parse("the bridge of Harbour").loosened().inWords());
    assertEquals("bridge", QueryParser.parse("the bridge").loosened().inWords());
    assertEquals("to OR be OR or", QueryParser.parse("to be or").loosened().inWords());
    assertEquals("\"of the\" OR ferry", QueryParser.parse("\"of the\" ferry").loosened().inWords());
  }
}
