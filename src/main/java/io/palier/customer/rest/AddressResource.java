package io.palier.customer.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.organization.Address;
import io.palier.organization.AddressRules;
import io.palier.organization.CountryRules;
import io.palier.organization.PhoneNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.json.JsonMapper;

/** What countries ask of addresses, and whether an address has it (accounts contract 4). */
@ApiResource
class AddressResource {
    private static final Fault.Code NOT_VALID = Fault.Code.of(400, 2007);

    private static final int REASON = 60071;

    private final MessageSource messages;
    private final JsonMapper json;

    AddressResource(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** A good address, as newer clients read it. */
    record Validity(
            AddressJson originalAddress,
            List<AddressJson> suggestedAddresses,
            String status,
            @Nullable String validationMessage) {}

    /** Why an address is none, as the contract has it: JSON within the description of the fault. */
    record Invalidity(
            int code,
            String reason,
            @JsonProperty("corrected_address") @Nullable AddressJson correctedAddress) {}

    /** Good addresses have three shapes in the contract: the caller's client decides. */
    @PostMapping("/v1/validations/address")
    Object validate(@RequestBody AddressJson body, ClientKind client, Locale language) {
        var problems = AddressRules.problems(body.address());
        if (!problems.isEmpty()) {
            var problem = problems.getFirst();
            var text = messages.getMessage(
                    "refusal." + problem.code(), problem.arguments().toArray(), null, language);
            var reason = Objects.requireNonNullElse(text, problem.code());
            throw new Fault(NOT_VALID, json.writeValueAsString(new Invalidity(REASON, reason, null)), problem.field());
        }
        if (client == ClientKind.JAVA_SDK || client == ClientKind.OPEN_DOTNET_SDK) {
            return true;
        }
        Address kept = AddressRules.check(body.address());
        return new Validity(body, List.of(AddressJson.of(kept)), "VerifiedShippable", null);
    }

    /**
     * The rules of a country, under both sets of names that the contract has.
     *
     * @throws Fault 404, for what is no country
     */
    @GetMapping("/v1/countryvalidationrules/{country}")
    CountryRulesJson rules(@PathVariable String country) {
        if (!CountryRules.isKnown(country)) {
            throw new Fault(Fault.Code.NOT_FOUND, "There is no such country.", country);
        }
        return CountryRulesJson.of(CountryRules.of(country));
    }

    /** What a country asks for. */
    record CountryRulesJson(
            String iso2Code,
            String defaultCulture,
            boolean isStateRequired,
            List<String> supportedStatesList,
            List<String> supportedLanguagesList,
            List<String> supportedCulturesList,
            Values states,
            Values supportedLanguages,
            Values supportedCultures,
            Values countryCallingCodes,
            boolean isPostalCodeRequired,
            String postalCodeRegex,
            boolean isCityRequired,
            boolean isVatIdSupported,
            boolean isTaxIdSupported,
            boolean isTaxIdOptional,
            List<String> countryCallingCodesList,
            Attributes attributes) {

        /** A list inside an object, as the contract's sample has it. */
        record Values(List<String> value) {}

        static CountryRulesJson of(CountryRules rules) {
            var states = List.copyOf(rules.states().keySet());
            var cultures = rules.languages().stream()
                    .map(language -> language + "-" + rules.country())
                    .toList();
            var calling = List.of(Integer.toString(PhoneNumbers.callingCode(rules.country())));
            return new CountryRulesJson(
                    rules.country(),
                    cultures.getFirst(),
                    rules.stateRequired(),
                    states,
                    rules.languages(),
                    cultures,
                    new Values(states),
                    new Values(rules.languages()),
                    new Values(cultures),
                    new Values(calling),
                    rules.postalCodeRequired(),
                    "^" + rules.postalCode().pattern() + "$",
                    rules.cityRequired(),
                    false,
                    false,
                    true,
                    calling,
                    Attributes.of("CountryInformation"));
        }
    }
}
