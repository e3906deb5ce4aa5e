package org.onrecord.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedQuestionTest {
  @ParameterizedTest
  @CsvSource({
    "what did Ruth Alder say about the ferry?, Ruth Alder, ferry",
    "What has Ruth Alder said on ferries and bridges, Ruth Alder, ferries bridges",
    "did Alder say that the bridge stays, Alder, bridge stays",
    "when did Ruth Alder promise ferries, Ruth Alder, ferries",
    "what Ruth Alder said about Elmsea, Ruth Alder, Elmsea",
    "what does the mayor of Elmsea think of bridges, the mayor of Elmsea, bridges",
    "quotes by Ruth Alder on ferries, Ruth Alder, ferries",
    "statements of Marta Quill, Marta Quill, ''",
    "what did Ruth Alder say, Ruth Alder, ''",
    "who said the bridge stays, '', bridge stays",
    "Who has spoken about ferries?, '', ferries"
  })
  void questionsAreOfSomebodyAboutSomething(String asked, String speaker, String topic)
      throws QuerySyntaxException {
    AskedQuestion question = AskedQuestion.in(QueryParser.parse(asked)).orElseThrow();
    assertEquals(speaker, words(question.speaker()));
    assertEquals(topic, words(question.topic()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ruth Alder",
        "WHO said ferries",
        "who is Ruth Alder",
        "what the bridge costs",
        "say about ferries",
        "what did say about ferries",
        "who said it",
        "\"what did\" Alder say",
        "what did Alder OR Quill say",
        "words that matter",
        "what did one two three four five six seven say"
      })
  void whatAsksNothingOfThatIsNone(String typed) throws QuerySyntaxException {
    assertEquals(Optional.empty(), AskedQuestion.in(QueryParser.parse(typed)));
  }

  @Test
  void placesAreThoseInWhatWasTyped() throws QuerySyntaxException {
    AskedQuestion question =
        AskedQuestion.in(QueryParser.parse("what did Alder say about ferries")).orElseThrow();
    assertEquals(9, question.speaker().getFirst().position());
    assertEquals(25, question.topic().getFirst().position());
  }

  private static String words(List<Query.Word> words) {
    return words.stream().map(Query.Word::text).collect(Collectors.joining(" "));
  }
}
