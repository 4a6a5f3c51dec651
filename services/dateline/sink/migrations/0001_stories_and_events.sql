-- Stories and events as they stand: the newest revision of each, ended ones too, whole in `record`.
create table dateline.story (
    id text primary key,
    revision bigint not null,
    is_live boolean not null,
    edition text not null,
    title text not null,
    first_report timestamptz not null,
    last_report timestamptz not null,
    article_count integer not null,
    outlet_count integer not null,
    independent_count integer not null,
    heirs text[] not null,
    record jsonb not null,
    stored_at timestamptz not null default now()
);
create index story_last_report on dateline.story (last_report) where is_live;

create table dateline.event (
    id text primary key,
    revision bigint not null,
    is_live boolean not null,
    story text not null,
    edition text not null,
    type text not null,
    mode text,
    quad smallint not null,
    realis text not null,
    -- A day, a month or a year, as ISO 8601 writes it.
    happened_from text,
    place_country text,
    first_report timestamptz not null,
    last_report timestamptz not null,
    mention_count integer not null,
    outlet_count integer not null,
    independent_count integer not null,
    confidence double precision not null,
    heirs text[] not null,
    record jsonb not null,
    stored_at timestamptz not null default now()
);
create index event_last_report on dateline.event (last_report) where is_live;
create index event_type on dateline.event (type, last_report) where is_live;
create index event_story on dateline.event (story);

-- How far each partition has been stored, set with what it brought.
create table dateline.position (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    stored_at timestamptz not null default now(),
    primary key (topic, partition)
);
