{{ config(enabled=(target.name == 'antwerpen'), group='persoonsgegevens') }}
-- Question (QA-06, QA-07): do pupils who enter OKAN later in the school year have more schoolse
-- vertraging afterwards?
--
-- Population: first AN enrolment in an OKAN group; the first delay that is determined at least two
-- school years after the school year of entry, so that everybody had a whole year of follow-up.
-- Trait: two or more years behind by age. Read within one age class: age at entry decides most of
-- the delay by itself (a pupil of 16 who starts in the second graad is behind on the first day).
--
-- Caveats: who left school before a delay was determined is not in it, and leaving may depend on
-- the moment of entry; dates of registration are administrative (A-07); association, not effect.
with

instroom as (
    select
        persoon_id,
        leeftijd_instap,
        instapmaand,
        {{ startjaar('schooljaar') }} as startjaar
    from {{ ref('int_antwerpen__feit_instroom') }}
    where is_okan
),

vertraging as (
    select
        persoon_id,
        jaren_vertraging,
        {{ startjaar('schooljaar') }} as startjaar
    from {{ ref('int_antwerpen__feit_loopbaanjaar') }}
    where jaren_vertraging is not null
),

eerste_vertraging as (
    select
        instroom.persoon_id,
        instroom.leeftijd_instap,
        instroom.instapmaand,
        arg_min(vertraging.jaren_vertraging, vertraging.startjaar) as jaren_vertraging
    from instroom
    inner join vertraging
        on
            instroom.persoon_id = vertraging.persoon_id
            and vertraging.startjaar >= instroom.startjaar + 2
    group by instroom.persoon_id, instroom.leeftijd_instap, instroom.instapmaand
),

telling as (
    select
        leeftijd_instap,
        instapmaand,
        count(*) as noemer,
        count(*) filter (where jaren_vertraging >= 2) as teller
    from eerste_vertraging
    group by leeftijd_instap, instapmaand
)

{{ getoonde_aandelen('telling', ['leeftijd_instap', 'instapmaand']) }}
