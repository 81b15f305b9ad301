package io.palier.customer;

import io.palier.identity.MembershipId;
import java.util.Collection;
import java.util.Map;

/** What the module that assigns licenses tells of a customer's users; implemented there, at most once. */
public interface UserLicenses {
    /** How many licenses each user has through this relationship; users without may be left out. */
    Map<MembershipId, Integer> of(RelationshipId relationship, Collection<MembershipId> users);

    /** Where the user's licenses are assigned. */
    String address(RelationshipId relationship, MembershipId user);
}
