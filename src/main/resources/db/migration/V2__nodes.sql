-- What many nodes share: each portal's request bucket (its state is Bucket4j's), and who fetches a bot's events.

create table bucket (
    id bigint primary key,
    state bytea,
    expires_at bigint
);

alter table bot add column fetched_by varchar(64) default '' not null;
alter table bot add column fetched_until bigint default 0 not null;
