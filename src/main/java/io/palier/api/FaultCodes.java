package io.palier.api;

import java.util.Map;

/** The contract's codes for the refusals of one module; a refusal that nobody lists is answered by its kind. */
public interface FaultCodes {

    /** By {@code Refusal.code()}. */
    Map<String, Fault.Code> codes();
}
