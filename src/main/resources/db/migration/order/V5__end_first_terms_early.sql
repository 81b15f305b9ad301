-- A first term that ends together with something else is charged by the day: so many days of so many.
alter table order_line
    add column first_days integer check (first_days > 0),
    add column term_days  integer,
    add constraint order_line_first_days check ((first_days is null) = (term_days is null) and first_days <= term_days);
