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
        return Map.ofEntries(
                Map.entry("subscription.quantity-out-of-range", Fault.Code.of(400, 2002)),
                Map.entry("subscription.quantity-assigned", Fault.Code.of(400, 800090)),
                Map.entry("subscription.reduction-window-over", Fault.Code.of(400, 800090)),
                Map.entry("subscription.trial-quantity-fixed", Fault.Code.of(400, 800095)),
                Map.entry("subscription.not-active", Fault.Code.of(400, 2001)),
                Map.entry("subscription.over", Fault.Code.of(400, 2011)),
                Map.entry("subscription.cancellation-window-over", Fault.Code.of(400, 900117)),
                Map.entry("subscription.trial-does-not-renew", Fault.Code.of(400, 800093)),
                Map.entry("subscription.base-not-active", Fault.Code.of(409, 27009)),
                Map.entry("subscription.contact-not-possible", Fault.Code.of(400, 800016)),
                Map.entry("subscription.no-license-left", Fault.Code.of(400, 60012)));
    }
}
