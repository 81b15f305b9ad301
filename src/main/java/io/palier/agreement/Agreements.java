package io.palier.agreement;

import io.palier.agreement.domain.AgreementStore;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what partners sign and customers accept. Published versions never change. */
@Service
@Transactional
public class Agreements {
    private final AgreementStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Agreements(AgreementStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The version in force, in the reader's language or else in English. There always is one. */
    @Transactional(readOnly = true)
    public AgreementVersion current(AgreementKind kind, Locale language) {
        return store.versions(kind, language, 1).getFirst();
    }

    /**
     * One version with its texts, in that language or else in English.
     *
     * @throws Refusal not found
     */
    @Transactional(readOnly = true)
    public AgreementVersion get(AgreementId id, Locale language) {
        return store.find(id, language).orElseThrow(Refusal::notFound);
    }

    /** The latest 50 versions, the one in force first. */
    @Transactional(readOnly = true)
    public List<AgreementVersion> versions(AgreementKind kind, Locale language) {
        return store.versions(kind, language, 50);
    }

    /**
     * Puts a new version in force. What was signed or accepted before stays so.
     *
     * @throws Refusal forbidden without {@link Right#MANAGE_AGREEMENTS}; changed meanwhile, if {@code after} is not
     *     the number in force
     */
    public void publish(Viewer viewer, AgreementKind kind, int after, AgreementText english, AgreementText french) {
        viewer.require(Right.MANAGE_AGREEMENTS);
        if (after != current(kind, Locale.ENGLISH).number()) {
            throw Refusal.changedMeanwhile();
        }
        var id = AgreementId.next();
        store.publish(id, kind, after + 1, english, french, clock.instant());
        audit.record(AuditEntry.of(viewer.actor(), "agreement.published", "agreement", id)
                .change("kind", null, kind)
                .change("number", after, after + 1));
    }
}
