-- Arguments in French where they differ; and who cares: people without the right are not told.
alter table notification
    add column arguments_fr text[];
alter table notification
    add column needed_right text;
