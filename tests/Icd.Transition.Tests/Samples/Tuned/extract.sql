-- Extract for the heart registry; C50 is not part of it.
create table npr_episode (
    pasient_id   bigint not null,
    hoveddiag    varchar(5) not null,
    bidiag1      char(4),
    avdeling     varchar(5),
    postnr       char(4)
);

create view hjerte as
select * from npr_episode
where hoveddiag between 'I20' and 'I259';

select count(*) from npr_episode where hoveddiag like 'E1[0-4]%';
select count(*) from npr_episode where left(hoveddiag, 3) in ('I21', 'I22');
select count(*) from npr_episode where substring(hoveddiag from 1 for 1) = 'F';
select count(*) from npr_episode where hoveddiag >= 'C00' and hoveddiag < 'D00';
select count(*) from npr_episode where hoveddiag in ('J44.0', 'J44.1', 'J44.9');
select count(*) from npr_episode where hoveddiag ~ '^K[23][0-9]';
select case
    when hoveddiag like 'S%' then 'skade'
    when hoveddiag like 'Z%' then 'kontakt'
    end from npr_episode;
update npr_episode set kategori = substr(hoveddiag, 1, 3);
select * from lager where hylle = 'B12' and plass in ('A10', 'A11', 'A12');
select * from legemiddel where atc like 'C09%' or atc_kode = 'A10';
select * from konsultasjon where icpc2 in ('T90', 'K74', 'R95');
select * from prosedyre where ncmp = 'AA1AE';
insert into farger (navn, kode) values ('rød', 'E30');
