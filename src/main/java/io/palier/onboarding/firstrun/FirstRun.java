package io.palier.onboarding.firstrun;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.NewUser;
import io.palier.identity.Passwords;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.organization.Address;
import io.palier.organization.AddressRules;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.InstallationSettings;
import io.palier.platform.Installation;
import io.palier.platform.Installation.Settings;
import io.palier.platform.MasterKey;
import io.palier.platform.StartupNotice;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets an empty installation up, once. The token that allows it follows from the master key, so that all nodes print
 * the same; it opens nothing any more once the installation is set up.
 */
@Service
@Transactional
public class FirstRun implements StartupNotice {
    private final Installation installation;
    private final Organizations organizations;
    private final Users users;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final String token;
    private volatile boolean over;

    FirstRun(
            Installation installation,
            Organizations organizations,
            Users users,
            AuditTrail audit,
            MessageSource messages,
            MasterKey key) {
        this.installation = installation;
        this.organizations = organizations;
        this.users = users;
        this.audit = audit;
        this.messages = messages;
        this.token = token(key);
    }

    /**
     * What the first operator says.
     *
     * @param distributor whether the operator itself is the one indirect provider
     * @param currencies ISO codes parted by commas; the first is the own provider's
     */
    record Answers(
            String token,
            boolean distributor,
            String company,
            Address address,
            @Nullable String locationPartnerId,
            String firstName,
            String lastName,
            String email,
            String password,
            String publicAddress,
            String currencies,
            String suffixes,
            Locale language) {

        @Override
        public String toString() {
            return "Answers[company=" + company + "]";
        }
    }

    /** Who the first operator is from now on. */
    record Operator(AccountId account, MembershipId membership) {}

    /** Whether the installation waits to be set up; a demo sets itself up. */
    boolean isNeeded() {
        if (over) {
            return false;
        }
        var settings = installation.settings();
        over = settings.isSetUp() || settings.kind() == Installation.Kind.DEMO;
        return !over;
    }

    @Override
    public List<String> lines() {
        return isNeeded()
                ? List.of(messages.getMessage("onboarding.first-run.notice", new Object[] {token}, Locale.ENGLISH))
                : List.of();
    }

    /** @throws Refusal invalid, naming the field; not found, if the installation is set up already */
    Operator setUp(Answers answers) {
        var settings = installation.settings();
        if (!isNeeded()) {
            throw Refusal.notFound();
        }
        if (!isToken(answers.token())) {
            throw Refusal.invalid("token", "first-run.token");
        }
        Passwords.check(answers.password(), answers.email());
        var currencies = InstallationSettings.currencies(answers.currencies());
        if (!installation.save(new Settings(
                settings.kind(),
                true,
                InstallationSettings.address(answers.publicAddress()),
                answers.language(),
                currencies,
                InstallationSettings.suffixes(answers.suffixes()),
                answers.distributor() ? "distributor" : "vendor",
                settings.automaticApproval(),
                settings.secondFactorForPartners(),
                settings.version()))) {
            throw Refusal.changedMeanwhile();
        }
        var operator = organization(answers, OrganizationKind.OPERATOR, null);
        var actor = Actor.system(operator);
        var membership = users.addWithPassword(actor, operator, admin(answers), answers.password(), false);
        var account = users.get(operator, membership).account();
        if (answers.distributor()) {
            var provider = organization(answers, OrganizationKind.INDIRECT_PROVIDER, currencies.getFirst());
            users.join(actor, provider, account, Users.roles(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT));
        }
        audit.record(AuditEntry.of(Actor.person(operator, account), "installation.set-up", "installation", operator)
                .change("runs", null, answers.distributor() ? "distributor" : "vendor"));
        return new Operator(account, membership);
    }

    String token() {
        return token;
    }

    private OrganizationId organization(Answers answers, OrganizationKind kind, @Nullable String currency) {
        return organizations
                .register(
                        OrganizationId.next(),
                        kind,
                        answers.company(),
                        AddressRules.check(answers.address()),
                        answers.language(),
                        currency,
                        kind == OrganizationKind.INDIRECT_PROVIDER ? answers.locationPartnerId() : null)
                .id();
    }

    private static NewUser admin(Answers answers) {
        return new NewUser(
                answers.email(),
                answers.email(),
                answers.firstName(),
                answers.lastName(),
                answers.firstName() + " " + answers.lastName(),
                Users.roles(Role.GLOBAL_ADMIN),
                answers.language());
    }

    private boolean isToken(String typed) {
        return MessageDigest.isEqual(
                typed.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }

    /** 100 bits in base 32, in four groups. */
    private static String token(MasterKey key) {
        var bits = new BigInteger(1, Arrays.copyOf(key.derive("first-run token"), 13));
        var text = Objects.requireNonNull(bits.setBit(104).toString(32)).substring(1, 21);
        return String.join(
                "-", text.substring(0, 5), text.substring(5, 10), text.substring(10, 15), text.substring(15));
    }
}
