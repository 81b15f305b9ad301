package io.palier.organization;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An address as typed into a form; goes with the template {@code component/address}. Nest it in a form record under the
 * prefix given to the template.
 */
public record AddressForm(String country, String line1, String line2, String postalCode, String city, String state) {

    /** A field that was not sent is an empty one. */
    @SuppressWarnings("ConstantValue")
    public AddressForm(
            @Nullable String country,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String state) {
        this.country = Objects.requireNonNullElse(country, "");
        this.line1 = Objects.requireNonNullElse(line1, "");
        this.line2 = Objects.requireNonNullElse(line2, "");
        this.postalCode = Objects.requireNonNullElse(postalCode, "");
        this.city = Objects.requireNonNullElse(city, "");
        this.state = Objects.requireNonNullElse(state, "");
    }

    /** Nothing but a country chosen beforehand. */
    public static AddressForm in(String country) {
        return new AddressForm(country, null, null, null, null, null);
    }

    public static AddressForm of(Address address) {
        return new AddressForm(
                address.country(),
                address.line1(),
                address.line2(),
                address.postalCode(),
                address.city(),
                address.state());
    }

    /** Marks every field that breaks a rule of the country. */
    public void check(String prefix, Errors problems) {
        for (var problem : AddressRules.problems(typed())) {
            problems.rejectValue(
                    prefix.isEmpty() ? problem.field() : prefix + "." + problem.field(),
                    "refusal." + problem.code(),
                    problem.arguments().toArray(),
                    problem.code());
        }
    }

    /** The address as kept; throws what {@link AddressRules#check} throws. */
    public Address address() {
        return AddressRules.check(typed());
    }

    private Address typed() {
        return new Address(country, line1, line2, city, state, postalCode);
    }
}
