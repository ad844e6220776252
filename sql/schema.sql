-- The database as the migrations leave it. Written by UPDATE_SCHEMA=1 npx vitest run test/schema.test.ts

create table actor (
  id text not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  constraint actor_pkey PRIMARY KEY (id, since)
);
CREATE UNIQUE INDEX actor_live ON public.actor USING btree (id) WHERE (until IS NULL);
grant select on actor to daybook_reader;
grant insert, select, update (until) on actor to daybook_writer;

create table blob (
  sha256 bytea not null,
  media_type text not null,
  size bigint not null,
  encoding text not null,
  bytes bytea not null,
  constraint blob_pkey PRIMARY KEY (sha256)
);
grant select on blob to daybook_reader;
grant insert, select on blob to daybook_writer;

create table claim (
  report_id bigint not null,
  claim_no bigint not null,
  since bigint not null,
  until bigint,
  kind text not null,
  review text not null,
  body jsonb not null,
  constraint claim_pkey PRIMARY KEY (report_id, claim_no, since)
);
CREATE UNIQUE INDEX claim_live ON public.claim USING btree (report_id, claim_no) WHERE (until IS NULL);
CREATE INDEX claim_since ON public.claim USING btree (since);
grant select on claim to daybook_reader;
grant insert, select, update (until) on claim to daybook_writer;

create table data_file (
  file text not null,
  since bigint not null,
  until bigint,
  kind text not null,
  sha256 text not null,
  constraint data_file_pkey PRIMARY KEY (file, since)
);
CREATE UNIQUE INDEX data_file_live ON public.data_file USING btree (file) WHERE (until IS NULL);
grant select on data_file to daybook_reader;
grant insert, select, update (until) on data_file to daybook_writer;

create table entry (
  seq bigint not null,
  kind text not null,
  at timestamp with time zone not null,
  by text not null,
  body bytea not null,
  leaf bytea not null,
  constraint entry_pkey PRIMARY KEY (seq)
);
CREATE INDEX entry_kind ON public.entry USING btree (kind, seq);
grant select on entry to daybook_reader;
grant insert, select on entry to daybook_writer;

create table idem (
  key text not null,
  first bigint not null,
  last bigint not null,
  constraint idem_pkey PRIMARY KEY (key)
);
grant select on idem to daybook_reader;
grant insert, select on idem to daybook_writer;

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
  countable text not null default '{}'::text,
  constraint incident_pkey PRIMARY KEY (incident_id, since)
);
CREATE INDEX incident_block ON public.incident USING btree (COALESCE(country, ''::text), from_us) WHERE (until IS NULL);
CREATE INDEX incident_code ON public.incident USING btree (code);
CREATE INDEX incident_ended ON public.incident USING btree (until) WHERE (until IS NOT NULL);
CREATE INDEX incident_latest ON public.incident USING btree (from_us, incident_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX incident_live ON public.incident USING btree (incident_id) WHERE (until IS NULL);
CREATE INDEX incident_wide ON public.incident USING btree (COALESCE(country, ''::text)) WHERE ((until IS NULL) AND COALESCE(((to_us - from_us) > '604800000000'::bigint), true));
grant select on incident to daybook_reader;
grant insert, select, update (until) on incident to daybook_writer;

create table judgement (
  judgement_id bigint not null,
  since bigint not null,
  until bigint,
  a text not null,
  b text not null,
  verdict text not null,
  body jsonb not null,
  constraint judgement_pkey PRIMARY KEY (judgement_id, since)
);
CREATE INDEX judgement_a ON public.judgement USING btree (a) WHERE (until IS NULL);
CREATE INDEX judgement_b ON public.judgement USING btree (b) WHERE (until IS NULL);
CREATE UNIQUE INDEX judgement_live ON public.judgement USING btree (judgement_id) WHERE (until IS NULL);
grant select on judgement to daybook_reader;
grant insert, select, update (until) on judgement to daybook_writer;

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
  constraint link_pkey PRIMARY KEY (incident_id, report_id, claim_no, k, since)
);
CREATE UNIQUE INDEX link_live ON public.link USING btree (incident_id, report_id, claim_no, k) WHERE (until IS NULL);
CREATE INDEX link_mention ON public.link USING btree (report_id, claim_no, k);
grant select on link to daybook_reader;
grant insert, select, update (until) on link to daybook_writer;

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
  constraint mention_pkey PRIMARY KEY (report_id, claim_no, k, since)
);
CREATE INDEX mention_block ON public.mention USING btree (COALESCE(country, ''::text), from_us) WHERE (until IS NULL);
CREATE INDEX mention_ended ON public.mention USING btree (until) WHERE (until IS NOT NULL);
CREATE UNIQUE INDEX mention_live ON public.mention USING btree (report_id, claim_no, k) WHERE (until IS NULL);
CREATE INDEX mention_wide ON public.mention USING btree (COALESCE(country, ''::text)) WHERE ((until IS NULL) AND COALESCE(((to_us - from_us) > '604800000000'::bigint), true));
grant select on mention to daybook_reader;
grant insert, select, update (until) on mention to daybook_writer;

create table migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (number)
);
grant select on migration to daybook_reader;
grant select on migration to daybook_writer;

create table outdated (
  migration integer not null,
  constraint outdated_pkey PRIMARY KEY (migration)
);
grant select on outdated to daybook_reader;
grant select on outdated to daybook_writer;

create table place (
  id text not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  constraint place_pkey PRIMARY KEY (id, since)
);
CREATE UNIQUE INDEX place_live ON public.place USING btree (id) WHERE (until IS NULL);
grant select on place to daybook_reader;
grant insert, select, update (until) on place to daybook_writer;

create table reading (
  report_id bigint not null,
  since bigint not null,
  until bigint,
  engine text not null,
  claims bigint not null,
  constraint reading_pkey PRIMARY KEY (report_id, since)
);
CREATE UNIQUE INDEX reading_live ON public.reading USING btree (report_id) WHERE (until IS NULL);
grant select on reading to daybook_reader;
grant insert, select, update (until) on reading to daybook_writer;

create table report (
  report_id bigint not null,
  since bigint not null,
  until bigint,
  code text not null,
  published bigint not null,
  withdrawn boolean not null,
  body jsonb not null,
  constraint report_pkey PRIMARY KEY (report_id, since)
);
CREATE INDEX report_code ON public.report USING btree (code);
CREATE UNIQUE INDEX report_live ON public.report USING btree (report_id) WHERE (until IS NULL);
CREATE INDEX report_published ON public.report USING btree (published);
grant select on report to daybook_reader;
grant insert, select, update (until) on report to daybook_writer;

create table rule (
  id text not null,
  version bigint not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  constraint rule_pkey PRIMARY KEY (id, version, since)
);
CREATE UNIQUE INDEX rule_live ON public.rule USING btree (id, version) WHERE (until IS NULL);
grant select on rule to daybook_reader;
grant insert, select, update (until) on rule to daybook_writer;

create table source (
  id text not null,
  since bigint not null,
  until bigint,
  file text not null,
  body jsonb not null,
  constraint source_pkey PRIMARY KEY (id, since)
);
CREATE UNIQUE INDEX source_live ON public.source USING btree (id) WHERE (until IS NULL);
grant select on source to daybook_reader;
grant insert, select, update (until) on source to daybook_writer;

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
  countries text not null default ''::text,
  constraint tally_pkey PRIMARY KEY (report_id, claim_no, since)
);
CREATE INDEX tally_ended ON public.tally USING btree (until) WHERE (until IS NOT NULL);
CREATE UNIQUE INDEX tally_live ON public.tally USING btree (report_id, claim_no) WHERE (until IS NULL);
CREATE INDEX tally_scope ON public.tally USING btree (unit, countries, published) WHERE (until IS NULL);
grant select on tally to daybook_reader;
grant insert, select, update (until) on tally to daybook_writer;
