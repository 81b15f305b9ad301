-- With the viewer in it, each search also read the list of all rows of that viewer, one page more for every few thousand.
drop index customer_listing_search;
create index customer_listing_search on customer_listing using gin (search_text gin_trgm_ops);
