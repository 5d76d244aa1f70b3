-- Every count that a school is shown of itself, once: the input of a second run of disclosure
-- control, school by school (docs/architecture.md, "Own school"). The rules about other schools in
-- a place do not apply: there is one.
with

rooster as (select * from {{ ref('schoolrooster') }})

select
    cel_id,
    instellingsnummer,
    basis,
    kenmerk,
    schooljaar,
    meetmoment,
    geo_niveau,
    geo_code,
    geo_ouder,
    uitsplitsing,
    categorie,
    uitsplitsing_2,
    categorie_2,
    aantal,
    plaats,
    gevoelig,
    zichtbaar,
    false as structureel_nul,
    false as moet_getoond,
    vingerafdruk
from rooster
