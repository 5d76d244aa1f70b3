{{ config(enabled=(target.name == 'antwerpen'), group='persoonsgegevens') }}
-- Question (QA-27): does the risk of leaving school without a qualification differ by the track
-- that follows OKAN?
--
-- Population: persons of 11c, by the first track after OKAN (`geen_okan`: never in OKAN in the
-- window, as a point of comparison) and by school changes before. Trait: vroegtijdig
-- schoolverlater. All school years together: a table by year would be suppressed nearly whole.
--
-- Caveats: the administrative indicator of the department, never the survey one; its series were
-- revised, so years of one delivery only; tracks are chosen, not given: association only; careers
-- before 2015-2016 are not known.
with

vsv as (
    select
        vervolg_okan,
        wisselklasse,
        vsv
    from {{ ref('int_antwerpen__feit_vsv') }}
),

telling as (
    select
        vervolg_okan,
        wisselklasse,
        count(*) as noemer,
        count(*) filter (where vsv) as teller
    from vsv
    group by vervolg_okan, wisselklasse
)

{{ getoonde_aandelen('telling', ['vervolg_okan', 'wisselklasse']) }}
