{{ config(enabled=(target.name == 'antwerpen'), group='persoonsgegevens') }}
-- Question (QA-14): does a change of school during the year go together with a change of
-- administratieve groep?
--
-- Population: pairs of moments within one school year, both in Antwerp, same education level; with
-- and without a schoolwissel, so that the share among movers has something to be read against.
-- Trait: another administratieve groep at the second moment.
--
-- Caveats: a pupil counts once per pair (twice a year at most); three moments a year hide a change
-- and return; renumbered institutions are no change of school.
with

overstappen as (
    select
        schooljaar,
        schoolwissel,
        groepswissel
    from {{ ref('int_antwerpen__feit_overstap') }}
    where
        richting = 'vertrek'
        and moment_soort = 'tijdens_jaar'
        and beide_in_stad
        and not structureel
),

telling as (
    select
        schooljaar,
        case when schoolwissel then 'andere_school' else 'zelfde_school' end as school,
        count(*) as noemer,
        count(*) filter (where groepswissel) as teller
    from overstappen
    group by schooljaar, school
)

{{ getoonde_aandelen('telling', ['schooljaar', 'school']) }}
