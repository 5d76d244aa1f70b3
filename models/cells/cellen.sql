-- The whole grid: a count of zero is a cell too, because hiding it is a decision as well. Cells
-- that nobody is shown (`zichtbaar` false) are here because they can be computed from those that
-- are: what is left over of a total, and what lies between two traits.
with

geteld as (
    select
        {{ cel_id() }} as cel_id,
        *
    from {{ ref('tellingen') }}
),

geografie as (select * from {{ ref('geografie') }}),

vormen as (
    select * from {{ waarden(
        ['vorm', 'niveau', 'uitsplitsing', 'uitsplitsing_2'], celplan().tabellen
    ) }}
),

metingen as (
    select * from {{ waarden(
        ['basis', 'kenmerk', 'plaats', 'gevoelig', 'zichtbaar', 'vormen'],
        cel_rijen('metingen')
    ) }}
),

categorieen as (
    select * from {{ waarden(
        ['uitsplitsing', 'naam', 'categorie', 'label', 'volgorde'],
        cel_rijen('uitsplitsingen', celplan())
    ) }}
),

onmogelijk as (
    select * from {{ waarden(
        ['basis', 'uitsplitsing', 'categorie'], cel_rijen('onmogelijk')
    ) }}
),

gevraagd as (
    select
        metingen.basis,
        metingen.kenmerk,
        metingen.plaats,
        metingen.gevoelig,
        metingen.zichtbaar,
        vormen.niveau,
        vormen.uitsplitsing,
        vormen.uitsplitsing_2
    from metingen
    inner join vormen on list_contains(metingen.vormen, vormen.vorm)
),

-- Outside the city is what is left of the population where the city is counted as well.
gevraagd_als_rest as (
    select
        *,
        niveau as rest_niveau
    from gevraagd
    union all
    select
        populatie.*,
        'elders' as rest_niveau
    from gevraagd as populatie
    semi join gevraagd as stad
        on
            populatie.basis = stad.basis
            and populatie.kenmerk = stad.kenmerk
            and populatie.uitsplitsing = stad.uitsplitsing
            and populatie.uitsplitsing_2 = stad.uitsplitsing_2
            and populatie.niveau = 'populatie'
            and stad.niveau = 'stad'
),

-- A population that is empty everywhere in a year does not exist in it (a year that is running,
-- a moment that the definition excludes): there is nothing to publish, so nothing to hide.
bestaat as (
    select distinct
        basis,
        schooljaar,
        meetmoment
    from geteld
    where kenmerk = 'T'
),

rooster as (
    select
        gevraagd.basis,
        gevraagd.kenmerk,
        bestaat.schooljaar,
        bestaat.meetmoment,
        geografie.geo_niveau,
        geografie.geo_code,
        geografie.geo_ouder,
        gevraagd.uitsplitsing,
        eerste.categorie,
        gevraagd.uitsplitsing_2,
        tweede.categorie as categorie_2,
        gevraagd.plaats,
        gevraagd.gevoelig,
        gevraagd.zichtbaar
    from gevraagd
    inner join bestaat on gevraagd.basis = bestaat.basis
    inner join geografie
        on gevraagd.niveau = geografie.geo_niveau and bestaat.schooljaar = geografie.schooljaar
    inner join categorieen as eerste on gevraagd.uitsplitsing = eerste.uitsplitsing
    inner join categorieen as tweede on gevraagd.uitsplitsing_2 = tweede.uitsplitsing
),

genummerd as (
    select
        {{ cel_id() }} as cel_id,
        *
    from rooster
),

-- Left over of what is shown: unknown places and values without a category.
resten as (
    select
        geteld.cel_id,
        geteld.basis,
        geteld.kenmerk,
        geteld.schooljaar,
        geteld.meetmoment,
        geteld.geo_niveau,
        geteld.geo_code,
        geteld.geo_ouder,
        geteld.uitsplitsing,
        geteld.categorie,
        geteld.uitsplitsing_2,
        geteld.categorie_2,
        gevraagd_als_rest.plaats,
        gevraagd_als_rest.gevoelig
    from geteld
    inner join gevraagd_als_rest
        on
            geteld.basis = gevraagd_als_rest.basis
            and geteld.kenmerk = gevraagd_als_rest.kenmerk
            and geteld.geo_niveau = gevraagd_als_rest.rest_niveau
            and geteld.uitsplitsing = gevraagd_als_rest.uitsplitsing
            and geteld.uitsplitsing_2 = gevraagd_als_rest.uitsplitsing_2
    anti join genummerd on geteld.cel_id = genummerd.cel_id
),

-- Where somebody is left over, everything is counted, also what nobody there has: nobody is told
-- that a left-over is empty, so a world may put somebody in it.
restplaatsen as (
    select distinct
        resten.schooljaar,
        resten.geo_niveau,
        resten.geo_code,
        resten.geo_ouder
    from resten
    anti join geografie
        on
            resten.schooljaar = geografie.schooljaar
            and resten.geo_niveau = geografie.geo_niveau
            and resten.geo_code = geografie.geo_code
),

leeg_in_rest as (
    select
        gevraagd_als_rest.basis,
        gevraagd_als_rest.kenmerk,
        bestaat.schooljaar,
        bestaat.meetmoment,
        restplaatsen.geo_niveau,
        restplaatsen.geo_code,
        restplaatsen.geo_ouder,
        gevraagd_als_rest.uitsplitsing,
        eerste.categorie,
        gevraagd_als_rest.uitsplitsing_2,
        tweede.categorie as categorie_2,
        gevraagd_als_rest.plaats,
        gevraagd_als_rest.gevoelig
    from gevraagd_als_rest
    inner join bestaat on gevraagd_als_rest.basis = bestaat.basis
    inner join restplaatsen
        on
            gevraagd_als_rest.rest_niveau = restplaatsen.geo_niveau
            and bestaat.schooljaar = restplaatsen.schooljaar
    inner join categorieen as eerste on gevraagd_als_rest.uitsplitsing = eerste.uitsplitsing
    inner join categorieen as tweede on gevraagd_als_rest.uitsplitsing_2 = tweede.uitsplitsing
),

nullen as (
    select
        {{ cel_id() }} as cel_id,
        *
    from leeg_in_rest
),

nieuwe_nullen as (
    select nullen.*
    from nullen
    anti join resten on nullen.cel_id = resten.cel_id
),

alle as (
    select * from genummerd
    union all by name
    select
        *,
        false as zichtbaar
    from resten
    union all by name
    select
        *,
        false as zichtbaar
    from nieuwe_nullen
)

select
    alle.cel_id,
    alle.basis,
    alle.kenmerk,
    alle.schooljaar,
    alle.meetmoment,
    alle.geo_niveau,
    alle.geo_code,
    alle.geo_ouder,
    alle.uitsplitsing,
    alle.categorie,
    alle.uitsplitsing_2,
    alle.categorie_2,
    coalesce(geteld.aantal, 0) as aantal,
    coalesce(geteld.n_scholen, 0) as n_scholen,
    coalesce(geteld.n_besturen, 0) as n_besturen,
    geteld.grootste_aandeel,
    alle.plaats,
    alle.gevoelig,
    alle.zichtbaar,
    onmogelijk.basis is not null as structureel_nul,
    -- Nothing must be shown at any price: the price of hiding grows with the count.
    false as moet_getoond,
    coalesce(geteld.vingerafdruk::varchar, '') as vingerafdruk
from alle
left join geteld on alle.cel_id = geteld.cel_id
left join onmogelijk
    on
        alle.basis = onmogelijk.basis
        and (
            (alle.uitsplitsing = onmogelijk.uitsplitsing and alle.categorie = onmogelijk.categorie)
            or (
                alle.uitsplitsing_2 = onmogelijk.uitsplitsing
                and alle.categorie_2 = onmogelijk.categorie
            )
        )
