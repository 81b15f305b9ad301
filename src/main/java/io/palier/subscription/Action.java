package io.palier.subscription;

import io.palier.identity.Right;

/** What can be done with a subscription, and the right a person needs for it beside the organization's association. */
public enum Action {
    SEE(Right.SEE_SUBSCRIPTIONS),
    SEE_PRICE(Right.SEE_PRICES),
    CHANGE_QUANTITY(Right.MANAGE_SUBSCRIPTION),
    SET_AUTO_RENEW(Right.MANAGE_SUBSCRIPTION),
    RENAME(Right.MANAGE_SUBSCRIPTION),
    SUSPEND(Right.MANAGE_SUBSCRIPTION),
    REACTIVATE(Right.MANAGE_SUBSCRIPTION),
    ASSIGN_LICENSES(Right.ASSIGN_LICENSES),
    /** Orders and upgrades, at once. A customer-level reseller can only where the provider lets it order. */
    ORDER(Right.PLACE_ORDER),
    /** A trial becomes a paid subscription; like an order. */
    CONVERT(Right.PLACE_ORDER),
    /** Ends a subscription soon after its term began. */
    CANCEL(Right.MANAGE_SUBSCRIPTION),
    /** Lists as files. */
    EXPORT(Right.SEE_SUBSCRIPTIONS),
    /** Orders, upgrades and conversions that the provider approves. */
    ASK_FOR_ORDER(Right.PLACE_ORDER),
    /** License changes that whoever manages the subscription approves. */
    ASK_FOR_LICENSES(Right.ASK_FOR_LICENSES),
    SET_PARTNER_OF_RECORD(Right.SET_PARTNER_OF_RECORD),
    SET_SUPPORT_CONTACT(Right.SET_SUPPORT_CONTACT);

    private final Right right;

    Action(Right right) {
        this.right = right;
    }

    public Right right() {
        return right;
    }
}
