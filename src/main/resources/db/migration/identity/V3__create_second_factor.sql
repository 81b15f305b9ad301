-- A device of the person that shows codes; its seed is encrypted. It counts once a first code has been entered.
create table second_factor (
    account_id   uuid primary key references account (id) on delete cascade,
    seed         bytea not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null
);

-- What opens an account once each when the device is lost: keyed hashes.
create table recovery_code (
    account_id uuid not null references second_factor (account_id) on delete cascade,
    hash       text not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);
