-- Runs at every start, as the owner: a partition for each month of a year back and a year ahead, none of which the
-- application may change afterwards. A month of which the default partition holds rows already stays there.
do $$
declare
    month timestamp;
    partition text;
begin
    perform pg_advisory_xact_lock(7304862);
    for month in
        select generate_series(date_trunc('month', now() at time zone 'UTC') - interval '12 months',
                               date_trunc('month', now() at time zone 'UTC') + interval '12 months', interval '1 month')
    loop
        partition := 'audit_record_' || to_char(month, 'YYYY_MM');
        if to_regclass(partition) is null
                and not exists (select from audit_record_other
                                where at >= month at time zone 'UTC'
                                  and at < (month + interval '1 month') at time zone 'UTC') then
            execute format('create table %I partition of audit_record for values from (%L) to (%L)', partition,
                           month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
        end if;
        if to_regclass(partition) is not null then
            execute format('revoke update, delete, truncate on %I from %I', partition, '${application_role}');
        end if;
    end loop;
end
$$;
