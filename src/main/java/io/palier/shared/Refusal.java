package io.palier.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule says no. The code is stable, names the sentence a person reads ({@code refusal.<code>} in the messages), and
 * stands in API errors; the arguments fill that sentence.
 */
public class Refusal extends RuntimeException {

    /** What kind of no: decides the HTTP status. */
    public enum Kind {
        /** 404: not there, or not for this viewer; nobody can tell which. */
        NOT_FOUND,
        /** 403: visible, but this right is missing. */
        FORBIDDEN,
        /** 409: against the present state of things. */
        CONFLICT,
        /** 409: somebody changed it since it was read. */
        CHANGED_MEANWHILE,
        /** 410: was there, is over. */
        GONE,
        /** 422: the input breaks a rule; {@link Refusal#field()} names it where one field is to blame. */
        INVALID
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final @Nullable String field;

    public Refusal(Kind kind, String code, Object... arguments) {
        this(kind, null, code, arguments);
    }

    protected Refusal(Kind kind, @Nullable String field, String code, Object... arguments) {
        super(code);
        this.kind = kind;
        this.field = field;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Input in {@code field} breaks the rule named {@code code}. */
    public static Refusal invalid(String field, String code, Object... arguments) {
        return new Refusal(Kind.INVALID, field, code, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    public static Refusal gone(String code, Object... arguments) {
        return new Refusal(Kind.GONE, code, arguments);
    }

    /** The same for everything that is not there or not for this viewer. */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "not-found");
    }

    /** Somebody else saved first; the caller shows the fresh state. */
    public static Refusal changedMeanwhile() {
        return new Refusal(Kind.CHANGED_MEANWHILE, "changed-meanwhile");
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public @Nullable String field() {
        return field;
    }
}
