package io.palier.customer.rest;

import io.palier.api.ClientKind;
import io.palier.customer.Qualification;
import java.util.Locale;

/** The contract's qualifications, in its order (accounts contract 4). */
enum QualificationKind {
    NONE,
    EDUCATION,
    NONPROFIT,
    GOVERNMENT_COMMUNITY_CLOUD,
    /** There are no offers for it here. */
    STATE_OWNED_ENTITY;

    static QualificationKind of(Qualification qualification) {
        return switch (qualification) {
            case NONE -> NONE;
            case EDUCATION -> EDUCATION;
            case NON_PROFIT -> NONPROFIT;
            case GOVERNMENT -> GOVERNMENT_COMMUNITY_CLOUD;
        };
    }

    /** The word that a client knows; the Java client and PowerShell throw on all but the first three. */
    String word(ClientKind client) {
        var snake = name().toLowerCase(Locale.ROOT);
        return switch (client) {
            case JAVA_SDK, OPEN_DOTNET_SDK -> compareTo(NONPROFIT) > 0 ? "none" : snake;
            case DOTNET_SDK -> snake;
            case OTHER -> snake.replace("_", "");
        };
    }
}
