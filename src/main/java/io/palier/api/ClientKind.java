package io.palier.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which program calls, as its header {@code MS-PartnerCenter-Client} tells; they disagree in places. */
public enum ClientKind {
    JAVA_SDK,
    DOTNET_SDK,
    /** The open .NET client, on which the PowerShell module stands. */
    OPEN_DOTNET_SDK,
    OTHER;

    /** The header that tells. */
    public static final String HEADER = "MS-PartnerCenter-Client";

    public static ClientKind of(@Nullable String header) {
        if (header == null) {
            return OTHER;
        }
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "partner center java sdk" -> JAVA_SDK;
            case "partner center .net sdk" -> DOTNET_SDK;
            case "partner center open .net sdk" -> OPEN_DOTNET_SDK;
            default -> OTHER;
        };
    }
}
