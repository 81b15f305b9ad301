-- Forms that were sent, each rendering of a page with what was in it, for a day: sent again, they are not done again.
create table form_submission (
    id       text primary key,
    at       timestamptz not null default now(),
    leads_to text
);
create index form_submission_at on form_submission (at);
