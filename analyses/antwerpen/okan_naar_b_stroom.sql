{{ config(enabled=(target.name == 'antwerpen'), group='persoonsgegevens') }}
-- Question (QA-20): how large is the inflow from OKAN into the B-stroom, and how does it develop?
--
-- Population: everybody who left OKAN for another enrolment, by school year of arrival and age at
-- the first AN enrolment. Trait: where they arrive. The strict reading is `b_stroom` (first graad);
-- the broad one adds `bso_dbso`, where most of those of 16 and more go. The three rows of a group
-- are shown all or none, so that no reading gives another back.
--
-- Caveats: who leaves OKAN and school together is not in it; the last year grows with every
-- delivery; modernisation 2019-2025 changed what the B-stroom of the first graad is.
with

uitstroom as (
    select
        schooljaar,
        case when leeftijd_instap in ('16-17', '18+') then '16_plus' else 'tot_15' end as leeftijd,
        case
            when vervolg = 'b_stroom' then 'b_stroom'
            when vervolg in ('bso', 'dbso') then 'bso_dbso'
            else 'andere'
        end as bestemming
    from {{ ref('int_antwerpen__feit_okan_uitstroom') }}
),

telling as (
    select
        schooljaar,
        leeftijd,
        bestemming,
        count(*) as teller,
        sum(count(*)) over (partition by schooljaar, leeftijd) as noemer
    from uitstroom
    group by schooljaar, leeftijd, bestemming
)

{{ getoonde_aandelen(
    'telling', ['schooljaar', 'leeftijd', 'bestemming'], ['schooljaar', 'leeftijd']
) }}
