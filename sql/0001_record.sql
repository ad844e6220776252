-- The record: entries are the only truth; every other table here is derived from them, or is a working table.
-- Rows of views carry since/until (entry numbers; until null = live) and are superseded, never updated (scale.md).

create table entry (
  seq bigint primary key,
  kind text not null,
  at timestamptz not null,
  by text not null,
  body bytea not null,
  leaf bytea not null
);

create index entry_kind on entry (kind, seq);

-- Retries: what was asked under a key was done in the entries first…last.
create table idem (
  key text primary key,
  first bigint not null,
  last bigint not null
);

create table blob (
  sha256 bytea primary key,
  media_type text not null,
  size bigint not null,
  encoding text not null,
  bytes bytea not null
);

-- Small shared tables: one row a version of a source, actor, place, rule.

create table source (
  id text not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  primary key (id, since)
);

create unique index source_live on source (id) where until is null;

create table actor (
  id text not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  primary key (id, since)
);

create unique index actor_live on actor (id) where until is null;

create table place (
  id text not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  primary key (id, since)
);

create unique index place_live on place (id) where until is null;

create table rule (
  id text not null,
  version bigint not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  primary key (id, version, since)
);

create unique index rule_live on rule (id, version) where until is null;

-- The report family: first key report_id = the number of the entry that captured it.

create table report (
  report_id bigint not null,
  since bigint not null,
  until bigint,
  code text not null,
  published bigint not null,
  withdrawn boolean not null,
  body jsonb not null,
  primary key (report_id, since)
);

create unique index report_live on report (report_id) where until is null;
create index report_code on report (code);
create index report_published on report (published);

create table claim (
  report_id bigint not null,
  claim_no bigint not null,
  since bigint not null,
  until bigint,
  kind text not null,
  review text not null,
  body jsonb not null,
  primary key (report_id, claim_no, since)
);

create unique index claim_live on claim (report_id, claim_no) where until is null;
create index claim_since on claim (since);

create table mention (
  report_id bigint not null,
  claim_no bigint not null,
  k bigint not null,
  since bigint not null,
  until bigint,
  country text,
  from_us bigint,
  to_us bigint,
  published bigint not null,
  body jsonb not null,
  primary key (report_id, claim_no, k, since)
);

create unique index mention_live on mention (report_id, claim_no, k) where until is null;
create index mention_block on mention (country, from_us) where until is null;

create table tally (
  report_id bigint not null,
  claim_no bigint not null,
  since bigint not null,
  until bigint,
  kind text not null,
  unit text not null,
  voice text not null,
  published bigint not null,
  body jsonb not null,
  primary key (report_id, claim_no, since)
);

create unique index tally_live on tally (report_id, claim_no) where until is null;
create index tally_unit on tally (unit, published);

-- The incident family: first key incident_id, handed out by the entry that first linked to it.

create table incident (
  incident_id bigint not null,
  since bigint not null,
  until bigint,
  code text not null,
  country text,
  from_us bigint,
  to_us bigint,
  grade text not null,
  body jsonb not null,
  primary key (incident_id, since)
);

create unique index incident_live on incident (incident_id) where until is null;
create index incident_code on incident (code);
create index incident_block on incident (country, from_us) where until is null;

create table link (
  incident_id bigint not null,
  report_id bigint not null,
  claim_no bigint not null,
  k bigint not null,
  since bigint not null,
  until bigint,
  published bigint not null,
  score bigint not null,
  part bigint not null,
  reasons jsonb not null,
  mention jsonb not null,
  primary key (incident_id, report_id, claim_no, k, since)
);

create unique index link_live on link (incident_id, report_id, claim_no, k) where until is null;
create index link_mention on link (report_id, claim_no, k);

create table judgement (
  judgement_id bigint not null,
  since bigint not null,
  until bigint,
  a text not null,
  b text not null,
  verdict text not null,
  body jsonb not null,
  primary key (judgement_id, since)
);

create unique index judgement_live on judgement (judgement_id) where until is null;
create index judgement_a on judgement (a) where until is null;
create index judgement_b on judgement (b) where until is null;

-- What each reading and each loaded file was, so that nothing is read or loaded twice.

create table reading (
  report_id bigint not null,
  since bigint not null,
  until bigint,
  engine text not null,
  claims bigint not null,
  primary key (report_id, since)
);

create unique index reading_live on reading (report_id) where until is null;

create table data_file (
  file text not null,
  since bigint not null,
  until bigint,
  kind text not null,
  sha256 text not null,
  primary key (file, since)
);

create unique index data_file_live on data_file (file) where until is null;

-- Append-only by grants: no role but the owner may delete or rewrite; views may only be given their end.

grant select on entry, idem, blob, source, actor, place, rule, report, claim, mention, tally, incident, link, judgement, reading, data_file to daybook_reader;
grant select, insert on entry, idem, blob, source, actor, place, rule, report, claim, mention, tally, incident, link, judgement, reading, data_file to daybook_writer;
grant update (until) on source, actor, place, rule, report, claim, mention, tally, incident, link, judgement, reading, data_file to daybook_writer;
