package io.palier.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A failure as the contract words it: a status, a documented code, a sentence, and what it is about.
 *
 * <p>Business outcomes use 400, 401, 403, 404, 409 and 417 only; some clients repeat a call with any other status
 * forever (accounts contract 2.9).
 */
public class Fault extends RuntimeException {
    private final Code code;
    private final transient List<String> data;

    /**
     * A status with a code of the contract.
     *
     * @param status the HTTP status
     * @param number as listed in the contract's tables
     */
    public record Code(HttpStatus status, int number) {
        /** What is unknown, and what is somebody else's. */
        public static final Code NOT_FOUND = new Code(HttpStatus.NOT_FOUND, 1000);

        public static final Code UNAUTHENTICATED = new Code(HttpStatus.UNAUTHORIZED, 400);
        public static final Code FORBIDDEN = new Code(HttpStatus.FORBIDDEN, 900150);
        public static final Code INVALID_PROPERTY = new Code(HttpStatus.BAD_REQUEST, 3000);
        public static final Code INVALID_INPUT = new Code(HttpStatus.BAD_REQUEST, 800002);
        public static final Code UNKNOWN_VALUE = new Code(HttpStatus.BAD_REQUEST, 900126);
        public static final Code UNSUPPORTED = new Code(HttpStatus.BAD_REQUEST, 800042);
        public static final Code STALE = new Code(HttpStatus.BAD_REQUEST, 2055);
        public static final Code CONFLICT = new Code(HttpStatus.CONFLICT, 800002);
        public static final Code UNEXPECTED = new Code(HttpStatus.INTERNAL_SERVER_ERROR, 800003);
        public static final Code UNAVAILABLE = new Code(HttpStatus.SERVICE_UNAVAILABLE, 800003);

        public static Code of(int status, int number) {
            return new Code(HttpStatus.valueOf(status), number);
        }
    }

    /**
     * A failure.
     *
     * @param description for people; clients show it as it is
     * @param data what it is about: a field, an id
     */
    public Fault(Code code, String description, String... data) {
        super(description);
        this.code = code;
        this.data = List.of(data);
    }

    public Code code() {
        return code;
    }

    public List<String> data() {
        return data;
    }
}
