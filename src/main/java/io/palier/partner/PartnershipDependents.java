package io.palier.partner;

import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import java.util.List;

/** What a module keeps that hangs on partnerships; every bean of this type is asked when one is to be removed. */
public interface PartnershipDependents {

    /** How many of a kind are shown by name at most; more are resolved just the same. */
    int SHOWN = 500;

    /** What hangs on the partnership now, by kind and name; at most {@value #SHOWN} of each kind. */
    List<Dependent> of(OrganizationId provider, OrganizationId reseller);

    /**
     * Does what was decided, to all of it, in the transaction that removes the partnership. Kinds that this module does
     * not keep are passed over.
     */
    void resolve(Actor actor, OrganizationId provider, OrganizationId reseller, Resolution resolution);
}
