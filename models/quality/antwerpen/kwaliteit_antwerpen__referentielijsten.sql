-- What is wrong inside the reference lists: rows that hold on the same day, and institutions that
-- succeed each other in a circle.
with

vestigingsplaatsen as (select * from {{ ref('int_antwerpen__vestigingsplaatsen') }}),

groepen as (select * from {{ ref('int_antwerpen__administratieve_groepen') }}),

stammen as (select * from {{ ref('int_antwerpen__instelling_stam') }})

select
    'ref_vestigingsplaatsen' as tabel,
    'overlappende_geldigheid' as gebrek,
    vestigingsplaats as code
from vestigingsplaatsen
where geldige_rijen > 1
group by vestigingsplaats
union all
select
    'ref_administratieve_groepen' as tabel,
    'overlappende_geldigheid' as gebrek,
    administratieve_groep_code as code
from groepen
where geldige_rijen > 1
group by administratieve_groep_code
union all
select
    'ref_instellingen' as tabel,
    'opvolging_in_een_kring' as gebrek,
    instellingsnummer as code
from stammen
where is_kring
