package io.palier.agreement;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies one version of one agreement, whatever its language. */
public record AgreementId(UUID value) implements TypedId {

    public static AgreementId next() {
        return new AgreementId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
