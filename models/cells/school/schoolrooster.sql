-- The whole grid of what schools are shown of themselves: a count of zero is a cell too. Schools,
-- moments and tables decide which cells there are, never who is in them. What is left over of a
-- school (an unknown site, a value without a category) is a cell that nobody is shown.
{%- set plan = schoolplan() %}
with

geteld as (
    select
        {{ cel_id() }} as cel_id,
        *
    from {{ ref('schooltellingen') }}
),

plaatsen as (select * from {{ ref('schoolplaatsen') }}),

deelnames as (select * from {{ ref('int_' ~ target.name ~ '__projectscholen') }}),

momenten as (select * from {{ ref('schoolmomenten') }}),

vormen as (
    select * from {{ waarden(
        ['vorm', 'niveau', 'uitsplitsing', 'uitsplitsing_2'], plan.tabellen
    ) }}
),

metingen as (
    select
        *,
        -- What lies outside a smaller base is asked where that base is.
        if(starts_with(kenmerk, 'buiten:'), kenmerk[8:], basis) as gevraagde_basis
    from {{ waarden(
        ['feit', 'deelname', 'basis', 'kenmerk', 'plaats', 'gevoelig', 'zichtbaar', 'vormen'],
        cel_rijen('metingen', plan, feit=true)
    ) }}
),

meetmomenten as (
    select
        basis,
        bool_or(len(meetmomenten) = 0) as alle,
        flatten(list(meetmomenten)) as enkel
    from {{ waarden(
        ['indicator', 'basis', 'kenmerk', 'vormen', 'meetmomenten'],
        cel_rijen('indicatoren', plan)
    ) }}
    group by basis
),

categorieen as (
    select * from {{ waarden(
        ['uitsplitsing', 'naam', 'categorie', 'label', 'volgorde'],
        cel_rijen('uitsplitsingen', plan)
    ) }}
),

gevraagd as (
    select
        metingen.feit,
        metingen.deelname,
        metingen.basis,
        metingen.kenmerk,
        metingen.plaats,
        metingen.gevoelig,
        metingen.zichtbaar,
        metingen.gevraagde_basis,
        vormen.niveau,
        vormen.uitsplitsing,
        vormen.uitsplitsing_2
    from metingen
    inner join vormen on list_contains(metingen.vormen, vormen.vorm)
),

rooster as (
    select
        gevraagd.basis,
        gevraagd.kenmerk,
        momenten.schooljaar,
        momenten.meetmoment,
        plaatsen.instellingsnummer,
        plaatsen.geo_niveau,
        plaatsen.geo_code,
        plaatsen.geo_ouder,
        gevraagd.uitsplitsing,
        eerste.categorie,
        gevraagd.uitsplitsing_2,
        tweede.categorie as categorie_2,
        gevraagd.plaats,
        gevraagd.gevoelig,
        gevraagd.zichtbaar
    from gevraagd
    inner join momenten on gevraagd.feit = momenten.feit
    inner join plaatsen
        on gevraagd.niveau = plaatsen.geo_niveau and momenten.schooljaar = plaatsen.schooljaar
    inner join categorieen as eerste on gevraagd.uitsplitsing = eerste.uitsplitsing
    inner join categorieen as tweede on gevraagd.uitsplitsing_2 = tweede.uitsplitsing
    left join meetmomenten on gevraagd.gevraagde_basis = meetmomenten.basis
    left join deelnames
        on
            gevraagd.deelname = deelnames.product
            and plaatsen.schooljaar = deelnames.schooljaar
            and plaatsen.instellingsnummer = deelnames.instellingsnummer
    where
        (gevraagd.deelname = '' or deelnames.product is not null)
        and (
            meetmomenten.basis is null
            or meetmomenten.alle
            or list_contains(meetmomenten.enkel, momenten.meetmoment)
        )
),

genummerd as (
    select
        {{ cel_id() }} as cel_id,
        *
    from rooster
),

resten as (
    select
        geteld.cel_id,
        geteld.instellingsnummer,
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
        gevraagd.plaats,
        gevraagd.gevoelig,
        false as zichtbaar
    from geteld
    inner join gevraagd
        on
            geteld.basis = gevraagd.basis
            and geteld.kenmerk = gevraagd.kenmerk
            and geteld.geo_niveau = gevraagd.niveau
            and geteld.uitsplitsing = gevraagd.uitsplitsing
            and geteld.uitsplitsing_2 = gevraagd.uitsplitsing_2
    left join meetmomenten on gevraagd.gevraagde_basis = meetmomenten.basis
    anti join genummerd on geteld.cel_id = genummerd.cel_id
    where
        meetmomenten.basis is null
        or meetmomenten.alle
        or list_contains(meetmomenten.enkel, geteld.meetmoment)
),

alle as (
    select * from genummerd
    union all by name
    select * from resten
)

select
    alle.cel_id,
    alle.instellingsnummer,
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
    alle.plaats,
    alle.gevoelig,
    alle.zichtbaar,
    coalesce(geteld.aantal, 0) as aantal,
    coalesce(geteld.vingerafdruk::varchar, '') as vingerafdruk
from alle
left join geteld on alle.cel_id = geteld.cel_id
