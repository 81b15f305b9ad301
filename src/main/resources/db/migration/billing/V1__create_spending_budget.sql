-- What a provider lets a customer use at the most in a month, in the currency the provider is billed in.
create table spending_budget (
    relationship_id uuid primary key,
    provider_id     uuid not null,
    amount          numeric(19, 4) not null check (amount >= 0),
    currency        char(3) not null,
    set_at          timestamptz not null
);
