package io.palier.agreement.domain;

import io.palier.agreement.AgreementId;
import io.palier.agreement.AgreementKind;
import io.palier.agreement.AgreementText;
import io.palier.agreement.AgreementVersion;
import io.palier.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions and their texts as kept. */
@Repository
public class AgreementStore {
    private static final String VERSION = """
            select v.id, v.number, v.published_at, t.title, t.text
            from agreement_version v
            join agreement_text t on t.version_id = v.id and t.language = :language
            """;

    private final JdbcClient jdbc;

    AgreementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<AgreementVersion> versions(AgreementKind kind, Locale language, int limit) {
        return jdbc.sql(VERSION + "where v.kind = :kind order by v.number desc limit :limit")
                .param("kind", kind.name())
                .param("language", known(language))
                .param("limit", limit)
                .query(AgreementStore::version)
                .list();
    }

    public Optional<AgreementVersion> find(AgreementId id, Locale language) {
        return jdbc.sql(VERSION + "where v.id = :id")
                .param("id", id.value())
                .param("language", known(language))
                .query(AgreementStore::version)
                .optional();
    }

    /**
     * Stores a version with its texts; its number may not exist yet.
     *
     * @throws Refusal changed meanwhile, if that number exists already
     */
    public void publish(
            AgreementId id, AgreementKind kind, int number, AgreementText english, AgreementText french, Instant now) {
        try {
            jdbc.sql("""
                            insert into agreement_version (id, kind, number, published_at)
                            values (:id, :kind, :number, :now)""")
                    .param("id", id.value())
                    .param("kind", kind.name())
                    .param("number", number)
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.changedMeanwhile();
        }
        text(id, "en", english);
        text(id, "fr", french);
    }

    private void text(AgreementId id, String language, AgreementText words) {
        jdbc.sql("""
                        insert into agreement_text (version_id, language, title, text)
                        values (:id, :language, :title, :text)""")
                .param("id", id.value())
                .param("language", language)
                .param("title", words.title())
                .param("text", words.text())
                .update();
    }

    private static String known(Locale language) {
        return language.getLanguage().equals("fr") ? "fr" : "en";
    }

    private static AgreementVersion version(ResultSet row, int n) throws SQLException {
        return new AgreementVersion(
                new AgreementId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getString("title"),
                row.getString("text"),
                row.getTimestamp("published_at").toInstant());
    }
}
