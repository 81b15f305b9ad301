package io.palier.catalog.domain;

import io.palier.catalog.CatalogImportId;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What staged prices change, and the change itself; one statement for all rows each. A staged price lasts until its own
 * end or the next start of the same availability, staged or already there, whichever comes first; so lists may be
 * imported in any order, and twice.
 */
@Component
class StagedPrices {
    private static final String WINDOWS = """
            with starts as (
                select availability_id, effective_from from catalog_import_row where import_id = :import
                union
                select availability_id, effective_from from price
                where publisher_id = :publisher
                  and availability_id in (select availability_id from catalog_import_row where import_id = :import)),
            windows as (
                select availability_id, effective_from,
                       lead(effective_from, 1, 'infinity'::timestamptz)
                           over (partition by availability_id order by effective_from) as next_from
                from starts)
            """;

    // Prices the list should name but does not: of a vendor, market and currency it covers, and not from a newer list.
    static final String ENDED = """
            from price p
            join availability a on a.id = p.availability_id
            join product d on d.id = a.product_id
            join (select market, currency, publisher, max(effective_from) as newest
                  from catalog_import_row where import_id = :import group by market, currency, publisher) covered
              on covered.market = a.market and covered.currency = a.currency and covered.publisher = d.publisher
            where p.publisher_id = :publisher and p.effective_to > :now and p.effective_from <= covered.newest
              and not exists (select from catalog_import_row r
                              where r.import_id = :import and r.availability_id = p.availability_id)
              and not exists (select from catalog_import_refusal f where f.import_id = :import)
            """;

    private final JdbcClient jdbc;

    StagedPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(int added, int changed, int unchanged, int ended, int textsChanged) {}

    /** Marks each staged row as added, changed or unchanged and counts. */
    Counts compare(CatalogImportId id, OrganizationId publisher, Instant now) {
        // The tables may have grown from nothing a moment ago, before any statistics; a plan made for nothing takes
        // minutes.
        jdbc.sql("select set_config('enable_nestloop', 'off', true)")
                .query(String.class)
                .single();
        run(WINDOWS + """
                update catalog_import_row r
                set effective_until = least(r.effective_to, w.next_from),
                    previous_amount = (select o.unit_amount from price o
                                       where o.availability_id = r.availability_id and o.publisher_id = :publisher
                                         and o.effective_from <= r.effective_from
                                       order by o.effective_from desc limit 1),
                    outcome = case
                        when p.id is null and not exists (
                            select from price o where o.availability_id = r.availability_id and o.publisher_id = :publisher)
                            then 'ADDED'
                        when p.unit_amount = r.unit_amount and p.retail_amount is not distinct from r.retail_amount
                             and p.effective_to = least(r.effective_to, w.next_from)
                            then 'UNCHANGED'
                        else 'CHANGED' end
                from windows w
                left join price p on p.availability_id = w.availability_id and p.effective_from = w.effective_from
                                 and p.publisher_id = :publisher
                where r.import_id = :import and w.availability_id = r.availability_id
                  and w.effective_from = r.effective_from""", id, publisher, now);
        return jdbc.sql("""
                        select count(*) filter (where outcome = 'ADDED') as added,
                               count(*) filter (where outcome = 'CHANGED') as changed,
                               count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                               (select count(distinct p.availability_id) %s) as ended,
                               (select count(distinct (t.product_id, t.sku_id)) from catalog_import_text t
                                left join sku_text k using (product_id, sku_id, language)
                                where t.import_id = :import
                                  and (t.title, t.description) is distinct from (k.title, k.description))
                                   as texts_changed
                        from catalog_import_row where import_id = :import""".formatted(ENDED))
                .param("import", id.value())
                .param("publisher", publisher.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Counts(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("ended"),
                        row.getInt("texts_changed")))
                .single();
    }

    /** Changes the catalog; {@link #compare} must have run in the same transaction. */
    void apply(CatalogImportId id, OrganizationId publisher, Instant now) {
        products(id, publisher, now);
        run("""
                insert into availability (id, product_id, sku_id, term, billing_plan, market, currency, segment, is_trial)
                select distinct on (availability_id) availability_id, product_id, sku_id, term, billing_plan, market,
                       currency, segment, is_trial
                from catalog_import_row where import_id = :import order by availability_id, effective_from desc
                on conflict (id) do update set is_trial = excluded.is_trial
                where availability.is_trial <> excluded.is_trial""", id, publisher, now);
        // Cut and correct before adding: the constraint against overlaps looks at each row at once.
        run("""
                update price p set effective_to = r.start
                from (select q.id, min(r.effective_from) as start
                      from catalog_import_row r join price q on q.availability_id = r.availability_id
                      where r.import_id = :import and q.publisher_id = :publisher
                        and r.effective_from > q.effective_from and r.effective_from < q.effective_to
                      group by q.id) r
                where p.id = r.id""", id, publisher, now);
        run("""
                update price p
                set unit_amount = r.unit_amount, retail_amount = r.retail_amount, effective_to = r.effective_until
                from catalog_import_row r
                where r.import_id = :import and r.outcome = 'CHANGED' and p.availability_id = r.availability_id
                  and p.publisher_id = :publisher and p.effective_from = r.effective_from""", id, publisher, now);
        run("""
                insert into price (availability_id, publisher_id, effective_from, effective_to, unit_amount, retail_amount)
                select r.availability_id, :publisher, r.effective_from, r.effective_until, r.unit_amount, r.retail_amount
                from catalog_import_row r
                where r.import_id = :import and r.outcome in ('ADDED', 'CHANGED')
                  and not exists (select from price p where p.availability_id = r.availability_id
                                  and p.publisher_id = :publisher and p.effective_from = r.effective_from)""", id, publisher, now);
        run("delete from price where effective_from >= :now and id in (select p.id " + ENDED + ")", id, publisher, now);
        run("update price set effective_to = :now where id in (select p.id " + ENDED + ")", id, publisher, now);
    }

    private void products(CatalogImportId id, OrganizationId publisher, Instant now) {
        run("""
                insert into product (id, publisher)
                select distinct on (product_id) product_id, publisher
                from catalog_import_row where import_id = :import order by product_id, line
                on conflict (id) do update set publisher = excluded.publisher
                where product.publisher <> excluded.publisher""", id, publisher, now);
        // A trial has 25 licenses unless a rule says otherwise (portal reference 2.7).
        run("""
                insert into sku (product_id, id, maximum_quantity)
                select product_id, sku_id, case when bool_and(is_trial) then 25 else 10000000 end
                from catalog_import_row where import_id = :import group by product_id, sku_id
                on conflict do nothing""", id, publisher, now);
        run("""
                insert into product_text (product_id, language, title)
                select distinct on (product_id, language) product_id, language, product_title
                from catalog_import_text where import_id = :import order by product_id, language, sku_id
                on conflict (product_id, language) do update set title = excluded.title
                where product_text.title <> excluded.title""", id, publisher, now);
        run("""
                insert into sku_text (product_id, sku_id, language, title, description)
                select product_id, sku_id, language, title, description
                from catalog_import_text where import_id = :import
                on conflict (product_id, sku_id, language) do update
                    set title = excluded.title, description = excluded.description
                where (sku_text.title, sku_text.description) is distinct from (excluded.title, excluded.description)""", id, publisher, now);
    }

    private void run(String sql, CatalogImportId id, OrganizationId publisher, Instant now) {
        jdbc.sql(sql)
                .param("import", id.value())
                .param("publisher", publisher.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
