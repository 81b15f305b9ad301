package io.palier.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What this installation is and how it is set up: one row, read anew whenever asked. */
@Service
@Transactional
public class Installation {
    private final JdbcClient jdbc;
    private final Kind wanted;

    Installation(JdbcClient jdbc, @Value("${palier.installation.kind:production}") String kind) {
        this.jdbc = jdbc;
        this.wanted = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    /** Stamped at creation, never changed; only the first two can move the clock or load demo data. */
    public enum Kind {
        DEMO,
        SANDBOX,
        PRODUCTION;

        public boolean isForTrying() {
            return this != PRODUCTION;
        }
    }

    /**
     * The settings an operator makes.
     *
     * @param publicAddress what links begin with, without a trailing slash; null until set up
     * @param domainSuffixes what a customer's domain prefix is followed by; the first is the default
     * @param automaticApproval whether enrollments are approved without the operator
     * @param secondFactorForPartners whether people of providers and resellers must use a second factor
     */
    public record Settings(
            Kind kind,
            boolean isSetUp,
            @Nullable String publicAddress,
            Locale defaultLanguage,
            List<String> currencies,
            List<String> domainSuffixes,
            @Nullable String vendorOrDistributor,
            boolean automaticApproval,
            boolean secondFactorForPartners,
            int version) {

        /** The same with another public address. */
        public Settings withPublicAddress(String address) {
            return new Settings(
                    kind,
                    isSetUp,
                    address,
                    defaultLanguage,
                    currencies,
                    domainSuffixes,
                    vendorOrDistributor,
                    automaticApproval,
                    secondFactorForPartners,
                    version);
        }
    }

    /** The settings now; the first call on an empty database stamps the kind. */
    public Settings settings() {
        return read().orElseGet(() -> {
            jdbc.sql("insert into installation (kind) values (:kind) on conflict do nothing")
                    .param("kind", wanted.name().toLowerCase(Locale.ROOT))
                    .update();
            return read().orElseThrow();
        });
    }

    /** Saves the settings; false if somebody else changed them since {@code settings.version()} was read. */
    public boolean save(Settings settings) {
        return jdbc.sql("""
                                update installation set set_up_at = coalesce(set_up_at, now()), public_address = :address,
                                    default_language = :language, currencies = :currencies, domain_suffixes = :suffixes,
                                    vendor_or_distributor = :vendor, automatic_approval = :automatic,
                                    second_factor_for_partners = :secondFactor, version = version + 1
                                where version = :version""")
                        .param("address", settings.publicAddress())
                        .param("language", settings.defaultLanguage().getLanguage())
                        .param("currencies", settings.currencies().toArray(String[]::new))
                        .param("suffixes", settings.domainSuffixes().toArray(String[]::new))
                        .param("vendor", settings.vendorOrDistributor())
                        .param("automatic", settings.automaticApproval())
                        .param("secondFactor", settings.secondFactorForPartners())
                        .param("version", settings.version())
                        .update()
                == 1;
    }

    private Optional<Settings> read() {
        return jdbc.sql("select * from installation")
                .query(Installation::fromRow)
                .optional();
    }

    private static Settings fromRow(ResultSet row, int n) throws SQLException {
        return new Settings(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getTimestamp("set_up_at") != null,
                row.getString("public_address"),
                Locale.of(row.getString("default_language")),
                List.of((String[]) row.getArray("currencies").getArray()),
                List.of((String[]) row.getArray("domain_suffixes").getArray()),
                row.getString("vendor_or_distributor"),
                row.getBoolean("automatic_approval"),
                row.getBoolean("second_factor_for_partners"),
                row.getInt("version"));
    }
}
