package io.palier.invitation;

import io.palier.shared.SearchText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which invitations to list.
 *
 * @param search in the recipient's address, and in the name of who answered
 */
public record InvitationFilter(Group group, SearchText search) {
    public static final InvitationFilter ALL = new InvitationFilter(Group.ALL, SearchText.of(""));

    /** States that belong together on a tab. */
    public enum Group {
        ALL(EnumSet.allOf(InvitationState.class)),
        DRAFTS(EnumSet.of(InvitationState.DRAFT)),
        WAITING(EnumSet.of(InvitationState.SENT, InvitationState.OPENED)),
        ACCEPTED(EnumSet.of(InvitationState.ACCEPTED)),
        DECLINED(EnumSet.of(InvitationState.DECLINED)),
        OVER(EnumSet.of(InvitationState.EXPIRED, InvitationState.WITHDRAWN));

        @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
        private final Set<InvitationState> states;

        Group(Set<InvitationState> states) {
            this.states = states;
        }

        public Set<InvitationState> states() {
            return states;
        }

        /** As addresses and message keys spell it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a page was asked for; an unknown group is all of them. */
    public static InvitationFilter of(@Nullable String group, @Nullable String search) {
        return new InvitationFilter(
                Arrays.stream(Group.values())
                        .filter(known -> known.code().equals(group))
                        .findFirst()
                        .orElse(Group.ALL),
                SearchText.of(search));
    }

    public boolean isEmpty() {
        return group == Group.ALL && search.isEmpty();
    }

    /** The address of the list with this filter, ending in {@code &}. */
    public String address(String list) {
        return UriComponentsBuilder.fromUriString(list)
                        .queryParam("state", group.code())
                        .queryParam("search", "{search}")
                        .encode()
                        .buildAndExpand(search.typed())
                        .toUriString()
                + "&";
    }
}
