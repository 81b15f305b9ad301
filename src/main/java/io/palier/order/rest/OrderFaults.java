package io.palier.order.rest;

import io.palier.api.Fault;
import io.palier.api.FaultCodes;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The contract's codes for what orders refuse (commerce contract 3.2 and 3.4). */
@Component
class OrderFaults implements FaultCodes {

    @Override
    public Map<String, Fault.Code> codes() {
        var codes = new HashMap<String, Fault.Code>();
        codes.put("order.agreement-missing", Fault.Code.of(403, 13605));
        codes.put("order.ask-the-provider", Fault.Code.FORBIDDEN);
        codes.put("order.offer-not-sold", Fault.Code.of(400, 800004));
        codes.put("order.offer-not-for-customer", Fault.Code.of(400, 800070));
        codes.put("order.quantity-out-of-range", Fault.Code.of(400, 800017));
        codes.put("order.cart-ordered", Fault.Code.of(409, 800065));
        codes.put("order.lines", Fault.Code.INVALID_INPUT);
        codes.put("order.trial-once", Fault.Code.of(400, 27006));
        codes.put("order.trial-owned", Fault.Code.of(400, 27006));
        codes.put("order.parent-not-fitting", Fault.Code.of(400, 800029));
        codes.put("order.prerequisite-missing", Fault.Code.of(400, 800029));
        codes.put("order.reseller-not-possible", Fault.Code.of(400, 800016));
        codes.put("order.custom-end-not-for", Fault.Code.of(400, 10016));
        codes.put("order.custom-end", Fault.Code.of(400, 10017));
        return codes;
    }
}
