package io.palier.invitation;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules ask for, by code. */
@Component
class Purposes {
    private final ObjectProvider<InvitationPurpose> modules;

    Purposes(ObjectProvider<InvitationPurpose> modules) {
        this.modules = modules;
    }

    InvitationPurpose get(String code) {
        var purpose = byCode().get(code);
        if (purpose == null) {
            throw new IllegalStateException("No module asks for " + code);
        }
        return purpose;
    }

    private Map<String, InvitationPurpose> byCode() {
        return modules.stream().collect(Collectors.toMap(InvitationPurpose::code, Function.identity()));
    }
}
