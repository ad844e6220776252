-- Counting reads one column of the incidents that lie in a window, and the tallies of its unit and countries.
-- The views of a record that an older version wrote are made again before anything reads them.

alter table incident add column countable text not null default '{}';
alter table tally add column countries text not null default '';

-- Most intervals are a week or less, so what meets a window begins at most a week before it; wider ones have an index of their own.
drop index incident_block;
create index incident_block on incident (coalesce(country, ''), from_us) where until is null;
create index incident_wide on incident (coalesce(country, '')) where until is null and coalesce(to_us - from_us > 604800000000, true);
create index incident_ended on incident (until) where until is not null;
create index incident_latest on incident (from_us, incident_id) where until is null;

drop index mention_block;
create index mention_block on mention (coalesce(country, ''), from_us) where until is null;
create index mention_wide on mention (coalesce(country, '')) where until is null and coalesce(to_us - from_us > 604800000000, true);
create index mention_ended on mention (until) where until is not null;

drop index tally_unit;
create index tally_scope on tally (unit, countries, published) where until is null;
create index tally_ended on tally (until) where until is not null;

-- Migrations after which the views must be made again from the entries; empty = they are up to date.
create table outdated (
  migration integer primary key
);

grant select on outdated to daybook_reader, daybook_writer;

insert into outdated select 2 where exists (select from entry);
