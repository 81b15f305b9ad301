package io.palier.support;

import java.util.Arrays;
import java.util.Optional;

/** What a service request can be about; programs know a topic by its number. */
public enum SupportTopic {
    SIGN_IN(71000101),
    USERS(71000102),
    SUBSCRIPTIONS(71000201),
    ORDERS(71000202),
    PRICES(71000203),
    AVAILABILITY(71000301),
    DATA(71000302),
    SECURITY(71000303),
    RELATIONSHIPS(71000401),
    API(71000402),
    OTHER(71000901);

    private final int number;

    SupportTopic(int number) {
        this.number = number;
    }

    /** The number, never given to another topic. */
    public int number() {
        return number;
    }

    /** The topic of a number; empty if there is none. */
    public static Optional<SupportTopic> of(String number) {
        return Arrays.stream(values())
                .filter(topic -> Integer.toString(topic.number).equals(number.strip()))
                .findFirst();
    }
}
