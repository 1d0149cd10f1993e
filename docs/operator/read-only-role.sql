-- A role that can read and nothing else; as the owner of the tables.
create role lineage_reader login password 'change me' nosuperuser nocreatedb nocreaterole;
grant usage on schema auth, enrichment, indexing, ingestion, observability, retrieval, workflow to lineage_reader;
grant select on all tables in schema auth, enrichment, indexing, ingestion, observability, retrieval, workflow
  to lineage_reader;
-- For tables of later revisions, as the user who creates them:
alter default privileges in schema auth, enrichment, indexing, ingestion, observability, retrieval, workflow
  grant select on tables to lineage_reader;
