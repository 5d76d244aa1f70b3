-- The cells that may not be known by themselves, each with the first rule that says so. Small:
-- numerator, denominator or complement. School: a place is where schools stand, so its figure needs
-- several of them. Extreme: a share that is (nearly) all or none of a sensitive trait tells about
-- everyone in the group. What cannot exist by definition is known to all and hides nothing.
{%- set drempels = register().drempels %}
with

cellen as (select * from {{ ref('cellen') }}),

met_cel_noemer as (
    select
        *,
        {{ cel_id("'T'") }} as cel_noemer
    from cellen
),

met_noemer as (
    select
        met_cel_noemer.*,
        noemers.aantal as noemer
    from met_cel_noemer
    left join cellen as noemers on met_cel_noemer.cel_noemer = noemers.cel_id
),

beoordeeld as (
    select
        cel_id,
        case
            when structureel_nul then null
            -- Nobody is shown that a left-over is empty.
            when aantal = 0 and (not zichtbaar or not {{ drempels.nul_onderdrukken }}) then null
            when aantal < {{ drempels.minimum_getoond }} then 'klein'
            when not zichtbaar or plaats != 'school' or geo_niveau = 'populatie' then null
            when n_scholen < {{ drempels.min_scholen }} then 'scholen'
            when n_besturen < {{ drempels.min_besturen }} then 'besturen'
            when grootste_aandeel > {{ drempels.max_aandeel_grootste_school }} then 'overwicht'
        end as regel,
        case
            when not zichtbaar or not gevoelig or kenmerk = 'T' or structureel_nul then null
            when 100 * aantal < {{ drempels.gevoelig_min_pct }} * noemer then 'uiterste'
            when 100 * aantal > {{ drempels.gevoelig_max_pct }} * noemer then 'uiterste'
        end as regel_verhouding
    from met_noemer
)

select
    cel_id,
    coalesce(regel, regel_verhouding) as regel
from beoordeeld
where coalesce(regel, regel_verhouding) is not null
