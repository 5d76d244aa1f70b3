{{ config(enabled=(target.name == 'antwerpen'), group='persoonsgegevens') }}
-- Question (QA-10): what is the profile of newcomers, and how does it change over the years?
--
-- Population: every first AN enrolment, by school year. Trait: each category in turn of five
-- characteristics of 11a; a category that would nearly always be small is joined to another (as in
-- the marts).
--
-- Caveats: schooltoelage became schooltoeslag in 2019-2020 (series break); the thuistaal of an AN
-- is nearly always not Dutch by definition, and is left out; nationality, never herkomst (A-36).
with

instroom as (
    select
        schooljaar,
        case geslacht when 'M' then 'M' else 'V_X' end as geslacht,
        case nationaliteitsgroep when 'onbekend' then 'niet_eu' else nationaliteitsgroep end
            as nationaliteitsgroep,
        opleiding_moeder,
        schooltoelage,
        leeftijd_instap
    from {{ ref('int_antwerpen__feit_instroom') }}
),

per_kenmerk as (
    unpivot instroom
    on geslacht, nationaliteitsgroep, opleiding_moeder, schooltoelage, leeftijd_instap
    into name kenmerk value categorie
),

telling as (
    select
        kenmerk,
        categorie,
        schooljaar,
        count(*) as teller,
        sum(count(*)) over (partition by kenmerk, schooljaar) as noemer
    from per_kenmerk
    group by kenmerk, categorie, schooljaar
)

{{ getoonde_aandelen(
    'telling', ['kenmerk', 'categorie', 'schooljaar'], ['kenmerk', 'schooljaar']
) }}
