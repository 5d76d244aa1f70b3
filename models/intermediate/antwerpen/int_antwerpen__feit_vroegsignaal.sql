-- Ephemeral: dbt never builds this relation. The estimate of a pupil lives inside the query that
-- counts groups, and in no table, view or file (tests/vroegsignaal/test_no_scores.py). The newest
-- school year only: a warning is about those who are there. Participating schools only: of the
-- others nothing is counted.
{{ config(materialized='ephemeral') }}
with

deelnemers as (
    select * from {{ ref('int_antwerpen__projectscholen') }}
    where product = 'early_warning'
),

jongste_jaar as (
    select *
    from {{ ref('int_antwerpen__vroegsignaal_kenmerken') }}
    qualify startjaar = max(startjaar) over ()
),

leerlingen as (
    select jongste_jaar.*
    from jongste_jaar
    semi join deelnemers
        on
            jongste_jaar.schooljaar = deelnemers.schooljaar
            and jongste_jaar.instellingsnummer = deelnemers.instellingsnummer
),

model as (select * from {{ ref('int_antwerpen__vroegsignaal_model') }}),

drempel as (
    select
        max(waarde) filter (where onderdeel = 'model' and maat = 'drempel') as drempel,
        max(waarde) filter (where kenmerk = 'intercept') as constante
    from model
),

aangekruist as (
    unpivot leerlingen
    on
    oki_klasse,
    opleiding_moeder,
    leeftijdsklasse,
    leeftijd_instap,
    instapmaand,
    vertragingsklasse,
    wisselklasse,
    attest_vorig,
    leerweg
    into name kenmerk value categorie
),

-- A category that the model does not know gives no sum, and so no warning.
punten as (
    select
        aangekruist.persoon_id,
        if(count(model.waarde) = count(*), sum(model.waarde), null) as punten
    from aangekruist
    left join model
        on
            model.onderdeel = 'coefficient'
            and aangekruist.kenmerk = model.kenmerk
            and aangekruist.categorie = model.categorie
    where aangekruist.in_model
    group by aangekruist.persoon_id
)

select
    leerlingen.persoon_id,
    leerlingen.schooljaar,
    leerlingen.meetmoment,
    {{ plaatskolommen('leerlingen') }},
    {{ kenmerkkolommen('leerlingen') }},
    leerlingen.vertragingsklasse,
    leerlingen.zitklasse,
    leerlingen.in_model,
    leerlingen.leerjaargroep,
    leerlingen.leeftijdsklasse,
    leerlingen.wisselklasse,
    leerlingen.attest_vorig,
    leerlingen.leerweg,
    leerlingen.in_model and drempel.drempel is not null as beoordeeld,
    coalesce(
        1 / (1 + exp(-(drempel.constante + punten.punten))) >= drempel.drempel, false
    ) as verhoogd
from leerlingen
cross join drempel
left join punten on leerlingen.persoon_id = punten.persoon_id
