-- Which schools and sites exist follows from the dated lists alone: no pupil decides which rows a
-- school gets. Of a school with one site there are no figures by site: they would stand twice.
{%- set jaren_getoond = (register().eigen_school or {}).schooljaren or 0 %}
with

jaren as (select * from {{ ref('int_antwerpen__schooljaren') }}),

instellingen as (select * from {{ ref('int_antwerpen__instellingen') }}),

vestigingsplaatsen as (select * from {{ ref('int_antwerpen__vestigingsplaatsen') }}),

recente_jaren as (
    select schooljaar
    from jaren
    qualify startjaar > max(startjaar) over () - {{ jaren_getoond }}
),

scholen as (
    select
        vestigingsplaatsen.schooljaar,
        vestigingsplaatsen.instellingsnummer,
        count(*) as vestigingen
    from vestigingsplaatsen
    inner join recente_jaren on vestigingsplaatsen.schooljaar = recente_jaren.schooljaar
    group by vestigingsplaatsen.schooljaar, vestigingsplaatsen.instellingsnummer
),

plaatsen as (
    select
        scholen.schooljaar,
        scholen.instellingsnummer,
        'instelling' as geo_niveau,
        scholen.instellingsnummer as geo_code,
        coalesce(instellingen.naam, concat('Instelling ', scholen.instellingsnummer)) as geo_naam,
        null as geo_ouder,
        scholen.vestigingen > 1 as heeft_vestigingen
    from scholen
    left join instellingen
        on
            scholen.schooljaar = instellingen.schooljaar
            and scholen.instellingsnummer = instellingen.instellingsnummer
    union all
    select
        scholen.schooljaar,
        scholen.instellingsnummer,
        'vestigingsplaats' as geo_niveau,
        vestigingsplaatsen.vestigingsplaats as geo_code,
        concat('Vestigingsplaats ', vestigingsplaatsen.intern_volgnummer) as geo_naam,
        scholen.instellingsnummer as geo_ouder,
        false as heeft_vestigingen
    from scholen
    inner join vestigingsplaatsen
        on
            scholen.schooljaar = vestigingsplaatsen.schooljaar
            and scholen.instellingsnummer = vestigingsplaatsen.instellingsnummer
    where scholen.vestigingen > 1
)

select
    schooljaar,
    instellingsnummer,
    geo_niveau,
    geo_code,
    geo_naam,
    geo_ouder,
    heeft_vestigingen
from plaatsen
