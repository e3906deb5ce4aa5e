package org.onrecord.attribution.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.Said;
import org.onrecord.attribution.source.Nominals;
import org.onrecord.attribution.words.Description;
import org.onrecord.registry.DatePeriod;
import org.onrecord.registry.Office;
import org.onrecord.segment.Token;

/** Whether what a text calls somebody is an office, and how high offices are. */
class OfficeFitTest {
  @Test
  void wholeOfficeIsTheSame() {
    assertFit(OfficeFit.SAME, "Prime Minister of Pakistan", "prime minister");
    assertFit(OfficeFit.SAME, "Defence Minister of Pakistan", "defense minister");
    assertFit(OfficeFit.SAME, "Senator from Ohio", "Ohio senator");
  }

  @Test
  void oneWordOfItIsTheKind() {
    assertFit(OfficeFit.KIND, "Senator from Ohio", "senator");
    assertFit(OfficeFit.KIND, "Defence Minister of Pakistan", "minister");
  }

  @Test
  void newspapersWordForItIsTheKind() {
    assertFit(OfficeFit.KIND, "Member of Parliament for Leeds", "lawmaker");
    assertFit(OfficeFit.KIND, "chairman of the Harbour Party", "leader");
  }

  @Test
  void anotherOfficeIsNone() {
    assertFit(OfficeFit.NONE, "Senator from Ohio", "governor");
    assertFit(OfficeFit.NONE, "Senator from Ohio", "footballer");
    assertFit(OfficeFit.NONE, "Prime Minister of Pakistan", "wife");
  }

  @Test
  void headsRankBeforeDeputiesMinistersAndMembers() {
    assertRank(OfficeFit.HEAD, "President of the United States", "us-government");
    assertRank(OfficeFit.HEAD, "Prime Minister of Pakistan", "pk-government");
    assertRank(OfficeFit.NEXT, "President-elect of the United States", "us-government");
    assertRank(OfficeFit.NEXT, "Vice President of the United States", "us-government");
    assertRank(OfficeFit.NEXT, "Mesa candidate for President of the United States", "us-mesa");
    assertRank(OfficeFit.NATIONAL, "Defence Minister of Pakistan", "pk-government");
    assertRank(OfficeFit.NATIONAL, "leader of the Harbour Party", "harbour");
    assertRank(OfficeFit.NATIONAL, "Leader of the Opposition", "gb-parliament");
    assertRank(OfficeFit.REGIONAL, "Governor of Ohio", "us-ohio");
    assertRank(OfficeFit.MEMBER, "leader of the Harbour Party in Leeds", "harbour");
    assertRank(OfficeFit.MEMBER, "Senator from Ohio", "us-congress");
  }

  private static void assertFit(int expected, String office, String words) {
    List<Token> tokens = Said.segmented(words + " said so").paragraphs().getFirst().tokens();
    int end = words.split(" ").length;
    Description description = Nominals.describe(tokens, 0, end).orElseThrow();
    assertEquals(expected, OfficeFit.of(office(office, "a"), description), words + ", " + office);
  }

  private static void assertRank(int expected, String role, String organisation) {
    assertEquals(expected, OfficeFit.rank(office(role, organisation)), role);
  }

  private static Office office(String role, String organisation) {
    return new Office(role, organisation, DatePeriod.ALWAYS);
  }
}
