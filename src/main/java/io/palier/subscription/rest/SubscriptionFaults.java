package io.palier.subscription.rest;

import io.palier.api.Fault;
import io.palier.api.FaultCodes;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The contract's codes for what subscriptions refuse (commerce contract 4.3). */
@Component
class SubscriptionFaults implements FaultCodes {

    @Override
    public Map<String, Fault.Code> codes() {
        return Map.of(
                "subscription.quantity-out-of-range", Fault.Code.of(400, 2002),
                "subscription.quantity-assigned", Fault.Code.of(400, 800090),
                "subscription.reduction-window-over", Fault.Code.of(400, 800090),
                "subscription.trial-quantity-fixed", Fault.Code.of(400, 800095),
                "subscription.not-active", Fault.Code.of(400, 2001),
                "subscription.over", Fault.Code.of(400, 2011),
                "subscription.cancellation-window-over", Fault.Code.of(400, 900117),
                "subscription.trial-does-not-renew", Fault.Code.of(400, 800093),
                "subscription.base-not-active", Fault.Code.of(409, 27009),
                "subscription.contact-not-possible", Fault.Code.of(400, 800016));
    }
}
