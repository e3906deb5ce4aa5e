package org.onrecord.http.guard;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl.Shown;
import org.onrecord.access.Role;

/**
 * Who signed in at a proxy, by a header that is believed of trusted proxies alone. A proxy signs
 * its users in by a cookie, which a browser sends along whichever page asks; so what changes
 * something counts only from our own pages.
 */
@Singleton
final class ProxySignIn {
  /** The properties of the framework that name the headers, and the roles of groups. */
  static final String HEADER = "onrecord.auth-header";

  static final String GROUPS = "onrecord.auth-groups-header";
  static final String ROLES = "onrecord.auth-roles";

  private static final String EVERYBODY = "*";
  private static final int LONGEST = 80;

  private final @Nullable String header;
  private final @Nullable String groups;
  private final List<GroupRole> roles;

  ProxySignIn(
      @Nullable @Property(name = HEADER) String header,
      @Nullable @Property(name = GROUPS) String groups,
      @Nullable @Property(name = ROLES) List<String> roles) {
    this.header = header;
    this.groups = groups;
    this.roles =
        roles == null || roles.isEmpty()
            ? List.of(new GroupRole(EVERYBODY, Role.READER))
            : roles.stream().map(GroupRole::read).toList();
  }

  /** What members of a group may do. */
  private record GroupRole(String group, Role role) {
    static GroupRole read(String typed) {
      int equals = typed.lastIndexOf('=');
      return new GroupRole(
          typed.substring(0, equals), Role.of(typed.substring(equals + 1)).orElseThrow());
    }
  }

  /** Who signed in; empty where no trusted proxy says so, or not in so many words. */
  Optional<Shown> signedIn(HttpRequest<?> request) {
    if (header == null || !TrustedProxies.isPassedOn(request) || !isOurs(request)) {
      return Optional.empty();
    }
    List<String> names = request.getHeaders().getAll(header);
    return names.size() == 1
        ? Optional.of(names.getFirst().strip())
            .filter(ProxySignIn::isName)
            .map(name -> new Shown.SignedIn(name, role(request)))
        : Optional.empty();
  }

  private static boolean isOurs(HttpRequest<?> request) {
    return KeyCookie.isSafe(request) || KeyCookie.isOwn(request);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  /** The most that any of their groups may do. */
  private Optional<Role> role(HttpRequest<?> request) {
    List<String> own =
        groups == null
            ? List.of()
            : request.getHeaders().getAll(groups).stream()
                .flatMap(line -> Arrays.stream(line.split("[,;|]", -1)))
                .map(ProxySignIn::folded)
                .toList();
    return Stream.concat(Stream.of(EVERYBODY), own.stream())
        .flatMap(
            group ->
                roles.stream()
                    .filter(each -> folded(each.group()).equals(group))
                    .map(GroupRole::role))
        .max(Comparator.naturalOrder());
  }

  private static String folded(String group) {
    return group.strip().toLowerCase(Locale.ROOT);
  }
}
