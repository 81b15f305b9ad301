package io.palier.customer.rest;

import io.palier.api.Fault;
import io.palier.api.FaultCodes;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The contract's codes for what customers refuse (accounts contract 2.9). */
@Component
class CustomerFaults implements FaultCodes {

    @Override
    public Map<String, Fault.Code> codes() {
        return Map.of(
                "customer.country",
                Fault.Code.of(403, 2030),
                "customer.deleted-when-trying-only",
                Fault.Code.UNSUPPORTED);
    }
}
